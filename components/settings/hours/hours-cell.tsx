import clsx from "clsx";
import { timeText } from "@/lib/evaluation/domain/business-hours";
import { dayName } from "./hours-text";
import type { Cell, stateOf } from "./painted-hours";

type HoursCellProps = { place: string; cell: Cell; state: ReturnType<typeof stateOf>; isCursor: boolean };

const LOOK = {
  open: "bg-accent",
  partly: "bg-linear-to-br from-50% from-accent to-50% to-sunken",
  closed: "bg-sunken",
};
const WORD = { open: "open", partly: "partly open", closed: "closed" };

/** The table handles keys and presses. */
export function HoursCell({ place, cell, state, isCursor }: HoursCellProps) {
  const { weekday, from, to } = cell;
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an interactive table cell is a gridcell.
      role="gridcell"
      data-place={place}
      tabIndex={isCursor ? 0 : -1}
      aria-selected={state === "open"}
      aria-label={`${dayName(weekday)} ${timeText(from)}–${timeText(to)}, ${WORD[state]}`}
      className={clsx(
        "h-7 cursor-pointer border-page border-b pointer-coarse:h-10",
        to % 60 === 0 ? "border-r" : "border-r-0",
        "focus-visible:relative focus-visible:z-1 focus-visible:outline-offset-0 enabled-hover:opacity-80",
        "forced-colors:aria-selected:bg-[Highlight] forced-colors:forced-color-adjust-none",
        LOOK[state],
      )}
    />
  );
}
