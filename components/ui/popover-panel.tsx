"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useAnchoredPopup } from "./use-anchored-popup";

type PopoverPanelProps = { label: string; trigger: ReactNode; children: ReactNode; className?: string };

/** Escape, a press outside and tabbing out close the panel. */
export function PopoverPanel({ label, trigger, children, className }: PopoverPanelProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useAnchoredPopup({ open, anchor, popup, side: "below", align: "end", gap: 4 });

  useEffect(() => {
    if (!open) return;
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !popup.current?.contains(target) && !anchor.current?.contains(target);
    function leave(event: Event) {
      if (isOutside(event.target)) setOpen(false);
    }
    function fold(event: KeyboardEvent) {
      if (event.key !== "Escape") return;
      setOpen(false);
      anchor.current?.focus();
    }
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", fold);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", fold);
    };
  }, [open]);

  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className={clsx("rounded-md transition-colors hover:bg-sunken aria-expanded:bg-sunken", className)}
      >
        {trigger}
      </button>
      {open && (
        <div
          ref={popup}
          id={id}
          popover="manual"
          className="fixed inset-auto w-64 overflow-y-auto rounded-lg border border-line-strong bg-raised p-3 text-ink shadow-popup"
        >
          {children}
        </div>
      )}
    </>
  );
}
