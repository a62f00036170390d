"use client";

import clsx from "clsx";
import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";

type CopyIdProps = { value: string; children?: ReactNode; label?: string; className?: string };

const SAY_MS = 2000;

/** Copies on press. `children` replaces a long value on screen. */
export function CopyId({ value, children, label = "Copy", className }: CopyIdProps) {
  const [said, setSaid] = useState("");
  const shown = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), SAY_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setSaid("Copied");
    } catch {
      // Browsers block the clipboard on plain http: the ID is selected for copying by key.
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      setSaid("Press Ctrl+C to copy");
    }
  }

  return (
    <button
      type="button"
      onClick={copy}
      aria-label={`${label} ${value}`}
      className={clsx(
        "group relative inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm font-mono text-12",
        className,
      )}
    >
      <span
        ref={shown}
        className="select-text truncate border-line-strong border-b border-dotted group-hover:border-accent group-hover:text-accent"
      >
        {children ?? value}
      </span>
      {said === "Copied" ? (
        <Check aria-hidden="true" className="size-3 shrink-0 text-positive" />
      ) : (
        <Copy aria-hidden="true" className="size-3 shrink-0 text-ink-muted group-hover:text-accent" />
      )}
      <span role="status" className="font-medium font-sans text-12 text-positive">
        {said}
      </span>
    </button>
  );
}
