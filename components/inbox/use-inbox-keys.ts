"use client";

import { useEffect } from "react";

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** j and k move between the checkboxes, x toggles the focused one. */
export function useInboxKeys() {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isBusyElsewhere(event.target)) return;
      const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-inbox-item]")];
      const at = document.activeElement instanceof HTMLInputElement ? boxes.indexOf(document.activeElement) : -1;
      const step = STEPS[event.key];
      if (step !== undefined) {
        const next = boxes[at === -1 ? 0 : Math.min(Math.max(at + step, 0), boxes.length - 1)];
        next?.focus();
        next?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "x") {
        boxes[at]?.click();
      } else {
        return;
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("input:not([type=checkbox]), textarea, select") || target.closest("dialog") !== null;
}
