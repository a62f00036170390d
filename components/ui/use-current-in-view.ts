"use client";

import { type RefObject, useEffect } from "react";

/** Scrolls a row of links that is wider than the page, so that the current one is in view. */
export function useCurrentInView(row: RefObject<HTMLElement | null>, current: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current link changes with the address.
  useEffect(() => {
    const [scroller, link] = [row.current, row.current?.querySelector<HTMLElement>('[aria-current="page"]')];
    if (!scroller || !link) return;
    const [outer, inner] = [scroller.getBoundingClientRect(), link.getBoundingClientRect()];
    const beyond = Math.max(0, inner.right - outer.right) + Math.min(0, inner.left - outer.left);
    if (beyond !== 0) scroller.scrollLeft += beyond + Math.sign(beyond) * MARGIN;
  }, [row, current]);
}

const MARGIN = 16;
