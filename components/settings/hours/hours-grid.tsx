"use client";

import clsx from "clsx";
import { timeText } from "@/lib/evaluation/domain/business-hours";
import { HoursCell } from "./hours-cell";
import { dayName, WEEK_ORDER } from "./hours-text";
import { type HoursRow, stateOf } from "./painted-hours";
import { useHoursPainting } from "./use-hours-painting";

type HoursGridProps = { label: string; rows: readonly HoursRow[]; step: number; onChange: (rows: HoursRow[]) => void };

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function HoursGrid({ label, rows, step, onChange }: HoursGridProps) {
  const { minutes, cursor, handlers } = useHoursPainting(rows, step, onChange);
  const columns = Array.from({ length: 1440 / step }, (_, column) => column);
  return (
    <div className="relative -mx-1 overflow-x-auto p-1">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an interactive table is a grid.
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        className={clsx(
          "w-full table-fixed touch-manipulation select-none border-separate border-spacing-0",
          step < 60 ? "min-w-220" : "min-w-160",
        )}
        {...handlers}
      >
        <thead>
          <tr className="text-12 text-ink-muted">
            <th scope="col" className="sticky -left-1 z-1 w-12 bg-page">
              <span className="sr-only">Day</span>
            </th>
            {HOURS.map((hour) => (
              <th
                key={hour}
                scope="col"
                colSpan={60 / step}
                aria-label={timeText(hour * 60)}
                className="h-5 text-left font-normal"
              >
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEK_ORDER.map((weekday, line) => (
            <tr key={weekday}>
              <th scope="row" className="sticky -left-1 z-1 bg-page p-0 pr-1">
                <button
                  type="button"
                  data-place={`${line}.-1`}
                  tabIndex={cursor.line === line && cursor.column === -1 ? 0 : -1}
                  aria-label={`${dayName(weekday)}, whole day`}
                  className="h-7 w-full rounded-sm px-1 text-left font-medium text-12 text-ink-muted hover:bg-sunken hover:text-ink pointer-coarse:h-10"
                >
                  {dayName(weekday).slice(0, 3)}
                </button>
              </th>
              {columns.map((column) => {
                const cell = { weekday, from: column * step, to: (column + 1) * step };
                return (
                  <HoursCell
                    key={column}
                    place={`${line}.${column}`}
                    cell={cell}
                    state={stateOf(minutes, cell)}
                    isCursor={cursor.line === line && cursor.column === column}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
