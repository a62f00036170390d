"use client";

import { Field } from "@/components/ui/field";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";

type IntegrationZoneFieldProps = { value: string; error?: string | null | undefined; onChange: (zone: string) => void };

export function IntegrationZoneField({ value, error, onChange }: IntegrationZoneFieldProps) {
  return (
    <Field label="Time zone" error={error} hint="The time zone of the timestamps in the provider’s records." required>
      <TimeZoneCombobox value={value} onChange={onChange} />
    </Field>
  );
}
