"use client";

import { Field } from "@/components/ui/field";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";

type SourceZoneFieldProps = { value: string; error?: string | null | undefined; onChange: (zone: string) => void };

/** In whose wall-clock time the maker writes. */
export function IntegrationZoneField({ value, error, onChange }: SourceZoneFieldProps) {
  return (
    <Field label="Time zone" error={error} hint="Its records tell wall-clock times. This says whose." required>
      <TimeZoneCombobox value={value} onChange={onChange} />
    </Field>
  );
}
