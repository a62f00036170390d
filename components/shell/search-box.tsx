"use client";

import clsx from "clsx";
import { Search } from "lucide-react";
import Form from "next/form";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { controlClass } from "@/components/ui/control-class";
import { Kbd } from "@/components/ui/kbd";
import { useHydrated } from "@/components/ui/use-hydrated";

type SearchBoxProps = { action: string; label: string; className?: string };

/** Searches at `action?q=…`; Ctrl+K or ⌘K focuses it from anywhere. */
export function SearchBox({ action, label, className }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const query = useSearchParams().get("q") ?? "";
  const searched = usePathname() === action ? query : "";
  const onApple = useHydrated() && /Mac|iPhone|iPad/.test(navigator.platform);

  useEffect(() => {
    function focusOnShortcut(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || event.shiftKey || event.altKey || event.metaKey === event.ctrlKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    window.addEventListener("keydown", focusOnShortcut);
    return () => window.removeEventListener("keydown", focusOnShortcut);
  }, []);

  return (
    <Form action={action} role="search" className={clsx("group relative", className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-2 my-auto size-3.5 text-ink-muted"
      />
      <input
        key={searched}
        ref={input}
        type="search"
        name="q"
        defaultValue={searched}
        aria-label={label}
        aria-keyshortcuts="Control+K Meta+K"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        className={clsx(controlClass, "pl-7 xl:pr-14")}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-1.5 hidden items-center group-focus-within:hidden xl:flex"
      >
        <Kbd>{onApple ? "⌘K" : "Ctrl K"}</Kbd>
      </span>
    </Form>
  );
}
