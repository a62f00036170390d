"use client";

import { Info } from "lucide-react";
import { Tooltip } from "./tooltip";

/** A small sign that can be hovered, focused and tapped to learn more about what stands beside it. */
export function InfoTip({ about, text }: { about: string; text: string }) {
  return (
    <Tooltip text={text}>
      <button
        type="button"
        aria-label={`About ${about}`}
        className="grid size-6 place-items-center rounded-md text-ink-muted transition-colors hover:text-ink"
      >
        <Info aria-hidden="true" className="size-3.5" />
      </button>
    </Tooltip>
  );
}
