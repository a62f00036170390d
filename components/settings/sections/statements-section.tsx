"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { CheckboxField } from "../fields/checkbox-field";
import { NumberInput } from "../fields/number-input";
import { OptionalMoney } from "../fields/optional-money";
import { useSettingsContext } from "../settings-context";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";
import { useErrorAt } from "../use-error-at";

const PATH = "settings.statements";
const REVENUE = [
  { value: "accepted", label: "Accept any amount" },
  { value: "bounded", label: "Accept within limits" },
  { value: "ignored", label: "Ignore and use the agreed price" },
] as const;
const USUAL_DAYS = 30;

export function StatementsSection() {
  const { amounts } = useSettingsContext();
  const { field } = useController<SettingsForm, typeof PATH>({ name: PATH });
  const daysError = useErrorAt(`${PATH}.take_back_days`);
  const loose = useErrorAt(PATH);
  const statements = field.value;
  if (!statements) return null;
  const { revenue, minimum, maximum, take_back_days: days } = statements;
  return (
    <SettingsSection
      section="statements"
      title="Buyer-reported conversions"
      about="Limits for updates from the buyer’s secure token and webhook. Updates outside them go to the inbox."
    >
      <CheckboxField name="settings.webhook.enabled" label="Accept updates from the buyer’s webhook" />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Field label="Reported revenue" error={loose} className="w-64">
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
        {revenue === "bounded" && amounts === "update" && (
          <>
            <OptionalMoney
              label="Minimum"
              path={`${PATH}.minimum`}
              placeholder="No limit"
              value={minimum}
              onChange={(next) => field.onChange({ ...statements, minimum: next })}
            />
            <OptionalMoney
              label="Maximum"
              path={`${PATH}.maximum`}
              placeholder="No limit"
              value={maximum}
              onChange={(next) => field.onChange({ ...statements, maximum: next })}
            />
          </>
        )}
      </div>
      <Checkbox
        label="Limit reversals"
        checked={days !== null}
        onChange={(event) =>
          field.onChange({ ...statements, take_back_days: event.target.checked ? USUAL_DAYS : null })
        }
      />
      {days !== null && (
        <Field label="Days after the call" error={daysError} className="pl-6">
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
