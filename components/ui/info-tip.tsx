"use client";

import { Info } from "lucide-react";
import { Tooltip } from "./tooltip";

export function InfoTip({ about, text, tabIndex }: { about: string; text: string; tabIndex?: number }) {
  return (
    <Tooltip text={text}>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={`About ${about}`}
        className="grid size-6 place-items-center rounded-md text-ink-muted transition-colors hover:text-ink"
      >
        <Info aria-hidden="true" className="size-3.5" />
      </button>
    </Tooltip>
  );
}
