"use client";

import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import type { Rule } from "@/lib/settings/contract/rule";
import { HoursEditor } from "../hours/hours-editor";
import { usualHours } from "../hours/usual-hours";
import { useSettingsContext } from "../settings-context";
import { useErrorAt } from "../use-error-at";
import { ConditionGroup, type Group } from "./condition-group";
import { RuleAmountFields } from "./rule-amount-fields";
import { RuleLimits } from "./rule-limits";

type RuleFieldsProps = { path: string; rule: Rule; onChange: (rule: Rule) => void };

export function RuleFields({ path, rule, onChange }: RuleFieldsProps) {
  const { owner, timeZone, amounts } = useSettingsContext();
  const { hours } = rule;
  const kinds = [
    { value: "always", label: "at any time" },
    { value: "owner", label: `during the ${owner.kind}’s business hours` },
    { value: "own", label: "during custom hours" },
  ] as const;
  return (
    <div className="space-y-4">
      <Field label="Name" error={useErrorAt(`${path}.name`)} className="max-w-120">
        <TextInput
          autoComplete="off"
          maxLength={200}
          placeholder="Appointment booked"
          value={rule.name}
          onChange={(event) => onChange({ ...rule, name: event.target.value })}
        />
      </Field>
      <div>
        <p className="mb-1 font-medium text-13">Converts when</p>
        <ConditionGroup
          path={`${path}.condition`}
          group={groupOf(rule)}
          depth={0}
          onChange={(condition) => onChange({ ...rule, condition })}
        />
      </div>
      <RuleLimits path={path} rule={rule} onChange={onChange} />
      <Field label="Calls that start" error={useErrorAt(`${path}.hours`)} className="w-72 max-w-full">
        <SelectInput
          value={hours === null ? "always" : hours === "owner" ? "owner" : "own"}
          choices={kinds}
          onChange={(kind) =>
            onChange({ ...rule, hours: kind === "always" ? null : kind === "owner" ? "owner" : usualHours(timeZone) })
          }
        />
      </Field>
      {hours !== null && hours !== "owner" && (
        <HoursEditor
          label={`Hours of rule ${rule.name}`}
          path={`${path}.hours`}
          value={hours}
          onChange={(next) => onChange({ ...rule, hours: next })}
        />
      )}
      {amounts === "update" && (
        <RuleAmountFields
          path={`${path}.amount`}
          amount={rule.amount}
          onChange={(amount) => onChange({ ...rule, amount })}
        />
      )}
    </div>
  );
}

function groupOf({ condition }: Rule): Group {
  return "all" in condition || "any" in condition ? condition : { all: [condition] };
}
