"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Segmented } from "@/components/ui/segmented";
import type { BusinessHours } from "@/lib/settings/contract/rule";
import { HoursGrid } from "./hours-grid";
import { HoursRows } from "./hours-rows";
import { hoursLines } from "./hours-text";
import { fitsSteps } from "./painted-hours";
import { TimeZoneField } from "./time-zone-field";

type HoursEditorProps = {
  label: string;
  path: string;
  value: BusinessHours;
  onChange: (hours: BusinessHours) => void;
};

const STEPS = [
  { value: "60", label: "Hours" },
  { value: "30", label: "Half hours" },
  { value: "typed", label: "Exact times" },
] as const;
type Way = (typeof STEPS)[number]["value"];

export function HoursEditor({ label, path, value, onChange }: HoursEditorProps) {
  const { rows, time_zone } = value;
  const [way, setWay] = useState<Way>(() => (fitsSteps(rows, 60) ? "60" : fitsSteps(rows, 30) ? "30" : "typed"));
  const lines = hoursLines(rows);
  const change = (next: BusinessHours["rows"]) => onChange({ ...value, rows: next });
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <TimeZoneField
          path={`${path}.time_zone`}
          value={time_zone}
          onChange={(zone) => onChange({ ...value, time_zone: zone })}
        />
        <div className="whitespace-nowrap">
          <Segmented legend="View" choices={STEPS} value={way} onChange={setWay} />
        </div>
      </div>
      {way === "typed" ? (
        <HoursRows path={`${path}.rows`} rows={rows} onChange={change} />
      ) : (
        <>
          <HoursGrid key={way} label={label} rows={rows} step={Number(way)} onChange={change} />
          <p className="text-12 text-ink-muted">
            Click to toggle, or drag to select a range. With the keyboard, move with the arrow keys, toggle with Space
            and extend with Shift. Choose a day’s name to toggle the whole day.
          </p>
        </>
      )}
      {lines.length === 0 ? (
        <Alert tone="caution" title="No hours selected. This counts as always open." />
      ) : (
        <p className="text-13">
          <span className="sr-only">Summary: </span>
          {lines.join(" · ")}
        </p>
      )}
    </div>
  );
}
