"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { CheckboxField } from "../fields/checkbox-field";
import { NumberInput } from "../fields/number-input";
import { OptionalMoney } from "../fields/optional-money";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";
import { useErrorAt } from "../use-error-at";

const PATH = "settings.statements";
const REVENUE = [
  { value: "accepted", label: "counts, whatever it is" },
  { value: "bounded", label: "counts within bounds" },
  { value: "ignored", label: "is ignored: the agreed price counts" },
] as const;
const USUAL_DAYS = 30;

export function StatementsSection() {
  const { field } = useController<SettingsForm, typeof PATH>({ name: PATH });
  const daysError = useErrorAt(`${PATH}.take_back_days`);
  const loose = useErrorAt(PATH);
  const statements = field.value;
  if (!statements) return null;
  const { revenue, minimum, maximum, take_back_days: days } = statements;
  return (
    <SettingsSection
      section="statements"
      title="What the buyer may say"
      about="By its token and its webhook. What is beyond this waits in the inbox instead of counting."
    >
      <CheckboxField name="settings.webhook.enabled" label="The buyer may post to its own webhook" />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Field label="Revenue it states" error={loose} className="w-64">
          <SelectInput
            value={revenue}
            choices={REVENUE}
            onChange={(next) =>
              field.onChange({
                ...statements,
                revenue: next,
                ...(next !== "bounded" && { minimum: null, maximum: null }),
              })
            }
          />
        </Field>
        {revenue === "bounded" && (
          <>
            <OptionalMoney
              label="At least"
              path={`${PATH}.minimum`}
              placeholder="no limit"
              value={minimum}
              onChange={(next) => field.onChange({ ...statements, minimum: next })}
            />
            <OptionalMoney
              label="At most"
              path={`${PATH}.maximum`}
              placeholder="no limit"
              value={maximum}
              onChange={(next) => field.onChange({ ...statements, maximum: next })}
            />
          </>
        )}
      </div>
      <Checkbox
        label="May take a conversion back only for some days"
        checked={days !== null}
        onChange={(event) =>
          field.onChange({ ...statements, take_back_days: event.target.checked ? USUAL_DAYS : null })
        }
      />
      {days !== null && (
        <Field label="Until so many days after the call" error={daysError} className="pl-6">
          <NumberInput
            className="w-28"
            unit="days"
            value={days}
            onChange={(next) => field.onChange({ ...statements, take_back_days: next })}
          />
        </Field>
      )}
    </SettingsSection>
  );
}
