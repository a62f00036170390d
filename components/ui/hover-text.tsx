"use client";

import clsx from "clsx";
import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useAnchoredPopup } from "./use-anchored-popup";

type HoverTextProps = { text: ReactNode; children: ReactNode; className?: string; onTouch?: boolean };

const LINGER_MS = 120;

/**
 * Shows a text on hover, focus and touch until Escape. Not announced: callers give the text to screen readers
 * themselves.
 */
export function HoverText({ text, children, className, onTouch = true }: HoverTextProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const popup = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useAnchoredPopup({ open, anchor, popup, side: "above", align: "center", gap: 6 });

  useEffect(() => {
    if (!open) return;
    function dismiss(event: KeyboardEvent | globalThis.PointerEvent) {
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !anchor.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    }
    document.addEventListener("keydown", dismiss);
    document.addEventListener("pointerdown", dismiss);
    return () => {
      clearTimeout(leaving.current);
      document.removeEventListener("keydown", dismiss);
      document.removeEventListener("pointerdown", dismiss);
    };
  }, [open]);

  function show() {
    clearTimeout(leaving.current);
    setOpen(true);
  }
  function enter(event: PointerEvent) {
    if (onTouch || event.pointerType === "mouse") show();
  }
  function leave(event: PointerEvent) {
    if (event.pointerType === "mouse") leaving.current = setTimeout(() => setOpen(false), LINGER_MS);
  }
  function focus(event: FocusEvent) {
    if (event.target.matches(":focus-visible")) show();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the span only listens to what happens to its children.
    <span
      ref={anchor}
      className={clsx("inline-flex max-w-full", className)}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={focus}
      onBlur={() => setOpen(false)}
    >
      {children}
      {open && (
        <span
          ref={popup}
          popover="manual"
          aria-hidden="true"
          className="fixed inset-auto w-max max-w-72 overflow-visible whitespace-normal rounded-md bg-ink px-2 py-1 text-left font-normal text-12 text-page shadow-popup"
        >
          {text}
        </span>
      )}
    </span>
  );
}
