"use client";

import { Field } from "@/components/ui/field";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";
import { useErrorAt } from "../use-error-at";

type TimeZoneFieldProps = { path: string; value: string; onChange: (zone: string) => void };

export function TimeZoneField({ path, value, onChange }: TimeZoneFieldProps) {
  return (
    <Field label="Time zone" error={useErrorAt(path)} className="w-64 max-w-full">
      <TimeZoneCombobox value={value} onChange={onChange} />
    </Field>
  );
}
