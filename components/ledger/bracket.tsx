import clsx from "clsx";
import type { LanePart } from "./bracket-lanes";

const LANE_PIXELS = 9;

const PART: Record<Exclude<LanePart, null>, string> = {
  starts: "top-1/2 -bottom-px rounded-tr-sm border-t border-r",
  passes: "-top-px -bottom-px border-r",
  ends: "-top-px bottom-1/2 rounded-br-sm border-r border-b",
};

/** One row's part of the brackets that tie an offset to its original. */
export function Bracket({ parts }: { parts: readonly LanePart[] }) {
  return (
    <span
      aria-hidden="true"
      className="absolute inset-y-0 left-0 block"
      style={{ width: (parts.length + 1) * LANE_PIXELS }}
    >
      {parts.map((part, lane) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its position.
          key={lane}
          className={clsx("absolute left-0 block border-ink-muted", part && PART[part])}
          style={{ width: (lane + 1) * LANE_PIXELS }}
        />
      ))}
    </span>
  );
}

export function bracketWidth(lanes: number): number {
  return lanes === 0 ? 0 : (lanes + 1) * LANE_PIXELS;
}
