"use client";

import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { AddButton } from "../fields/add-button";
import { RemoveButton } from "../fields/remove-button";
import { useErrorAt } from "../use-error-at";
import { dayName, WEEK_ORDER } from "./hours-text";
import type { HoursRow } from "./painted-hours";

type HoursRowsProps = { path: string; rows: readonly HoursRow[]; onChange: (rows: HoursRow[]) => void };

const DAYS = WEEK_ORDER.map((weekday) => ({ value: String(weekday), label: dayName(weekday) }));

export function HoursRows({ path, rows, onChange }: HoursRowsProps) {
  return (
    <div className="space-y-2">
      {rows.map((row, position) => (
        <HoursRowFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are identified by position only, and hold no state.
          key={position}
          path={`${path}.${position}`}
          row={row}
          onChange={(next) => onChange(rows.with(position, next))}
          onRemove={() => onChange(rows.toSpliced(position, 1))}
        />
      ))}
      <AddButton onClick={() => onChange([...rows, { weekday: 1, open: "09:00", close: "17:00" }])}>
        Add hours
      </AddButton>
    </div>
  );
}

type HoursRowFieldsProps = {
  path: string;
  row: HoursRow;
  onChange: (row: HoursRow) => void;
  onRemove: () => void;
};

function HoursRowFields({ path, row, onChange, onRemove }: HoursRowFieldsProps) {
  return (
    <div className="flex items-start gap-2">
      <Field label="Day" hideLabel className="w-32 min-w-0">
        <SelectInput
          value={String(row.weekday)}
          choices={DAYS}
          onChange={(weekday) => onChange({ ...row, weekday: Number(weekday) })}
        />
      </Field>
      <Field label="Opens" hideLabel error={useErrorAt(`${path}.open`)} className="w-20 min-w-0">
        <TextInput
          autoComplete="off"
          value={row.open}
          onChange={(event) => onChange({ ...row, open: event.target.value.trim() })}
        />
      </Field>
      <span className="leading-8 pointer-coarse:leading-10 text-ink-muted">to</span>
      <Field label="Closes" hideLabel error={useErrorAt(`${path}.close`)} className="w-20 min-w-0">
        <TextInput
          autoComplete="off"
          value={row.close}
          onChange={(event) => onChange({ ...row, close: event.target.value.trim() })}
        />
      </Field>
      <RemoveButton what="these hours" onClick={onRemove} />
    </div>
  );
}
