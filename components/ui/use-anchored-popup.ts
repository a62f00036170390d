"use client";

import { type RefObject, useLayoutEffect } from "react";
import { type Placing, placePopup } from "./place-popup";

type AnchoredPopup = Placing & {
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  popup: RefObject<HTMLElement | null>;
  /** Minimum width; otherwise as wide as the anchor. */
  minWidth?: number;
};

/** Needs an element with `popover="manual"`; keeps it beside its anchor while open. */
export function useAnchoredPopup({ open, anchor, popup, minWidth, side, align, gap }: AnchoredPopup) {
  useLayoutEffect(() => {
    const anchorElement = anchor.current;
    const popupElement = popup.current;
    if (!open || !anchorElement || !popupElement) return;

    function place() {
      if (!anchorElement || !popupElement) return;
      const box = anchorElement.getBoundingClientRect();
      if (minWidth) popupElement.style.width = `${Math.max(box.width, minWidth)}px`;
      popupElement.style.maxHeight = "";
      const placed = placePopup(box, measure(popupElement), visibleViewport(), { side, align, gap });
      popupElement.style.left = `${placed.left}px`;
      popupElement.style.top = `${placed.top}px`;
      popupElement.style.maxHeight = `${placed.maxHeight}px`;
    }

    popupElement.showPopover();
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(anchorElement);
    sizes.observe(popupElement);
    window.addEventListener("scroll", place, { capture: true, passive: true });
    window.addEventListener("resize", place);
    return () => {
      sizes.disconnect();
      window.removeEventListener("scroll", place, { capture: true });
      window.removeEventListener("resize", place);
      if (popupElement.matches(":popover-open")) popupElement.hidePopover();
    };
  }, [open, anchor, popup, minWidth, side, align, gap]);
}

function measure(element: HTMLElement) {
  return { width: element.offsetWidth, height: element.offsetHeight };
}

/** Excludes the area under an on-screen keyboard. */
function visibleViewport() {
  const visual = window.visualViewport;
  const { clientWidth, clientHeight } = document.documentElement;
  return { width: clientWidth, height: visual ? visual.offsetTop + visual.height : clientHeight };
}
