"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput } from "../fields/number-input";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";
import { useErrorAt } from "../use-error-at";
import { NeverDecides } from "./never-decides";

const BASES = [
  { value: "connected", label: "Connected time, from the buyer’s answer" },
  { value: "total", label: "Total time, from the start of the call" },
] as const;

export function DurationSection() {
  const { field } = useController<SettingsForm, "settings.duration">({ name: "settings.duration" });
  const error = useErrorAt("settings.duration.longer_than_seconds");
  const { enabled, basis, longer_than_seconds: seconds } = field.value;
  return (
    <SettingsSection section="duration" title="Duration" about="Converts calls longer than a set duration.">
      <Checkbox
        label="Convert by duration"
        checked={enabled}
        onChange={(event) => field.onChange({ ...field.value, enabled: event.target.checked })}
      />
      {enabled && <NeverDecides />}
      {enabled && (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3 pl-6">
          <Field
            label="Longer than"
            error={error}
            hint={Number.isFinite(seconds) && !error ? `First converting second: ${seconds + 1}` : undefined}
            className="w-44"
          >
            <NumberInput
              value={seconds}
              unit="seconds"
              onChange={(next) => field.onChange({ ...field.value, longer_than_seconds: next })}
            />
          </Field>
          <Field label="Measured as" className="w-72 max-w-full">
            <SelectInput
              value={basis}
              choices={BASES}
              onChange={(next) => field.onChange({ ...field.value, basis: next })}
            />
          </Field>
        </div>
      )}
    </SettingsSection>
  );
}
