"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { HoursEditor } from "../hours/hours-editor";
import { usualHours } from "../hours/usual-hours";
import { useSettingsContext } from "../settings-context";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";

const PATH = "settings.business_hours";

export function HoursSection() {
  const { timeZone, owner } = useSettingsContext();
  const { field } = useController<SettingsForm, typeof PATH>({ name: PATH });
  return (
    <SettingsSection
      section="hours"
      title="Business hours"
      about={`When the ${owner.kind} is open, in the ${owner.kind}’s time zone. They apply only to rules that use business hours.`}
    >
      <Checkbox
        label="Set business hours"
        checked={field.value !== null}
        onChange={(event) => field.onChange(event.target.checked ? usualHours(timeZone) : null)}
      />
      {field.value && <HoursEditor label="Business hours" path={PATH} value={field.value} onChange={field.onChange} />}
    </SettingsSection>
  );
}
