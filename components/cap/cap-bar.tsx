import clsx from "clsx";
import type { CapKind } from "@/lib/cap/client";
import type { CapUse } from "@/lib/cap/contract";
import { barOf, capTitle, useText } from "./cap-words";

export function CapBar({ cap, kind }: { cap: CapUse; kind: CapKind }) {
  const { used, running } = barOf(cap);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browser's own meter cannot show two parts.
    <div
      role="meter"
      aria-label={`Used: ${capTitle(cap, kind)}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(used)}
      aria-valuetext={useText(cap) || "not shown"}
      className="flex h-1.5 w-full min-w-32 overflow-hidden rounded-sm bg-sunken"
    >
      <span className={clsx(cap.used_up ? "bg-caution" : "bg-accent")} style={{ width: `${used}%` }} />
      <span className="bg-accent opacity-40" style={{ width: `${running}%` }} />
    </div>
  );
}
