"use client";

import { useEffect } from "react";

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** j and k move between the links of a list, Enter opens the focused one. */
export function ListKeys({ listId }: { listId: string }) {
  useEffect(() => {
    function walk(event: KeyboardEvent) {
      const step = STEPS[event.key];
      if (step === undefined || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const links = [...document.querySelectorAll<HTMLElement>(`#${listId} a`)];
      const at = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
      const next = links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, [listId]);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
