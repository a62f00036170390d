"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import type { Rule } from "@/lib/settings/contract/rule";
import { NumberInput } from "../fields/number-input";
import { SpanInput } from "../fields/span-input";
import { useErrorAt } from "../use-error-at";
import { DUPLICATE_WORDS } from "../words/rule-parts";

type RuleLimitsProps = { path: string; rule: Rule; onChange: (rule: Rule) => void };

const BASES = [
  { value: "connected", label: "connected" },
  { value: "total", label: "total" },
] as const;
const COUNTS = (["converted", "connected", "any"] as const).map((value) => ({ value, label: DUPLICATE_WORDS[value] }));
const MINIMUM = { basis: "connected", seconds: 60 } as const;
const DUPLICATES = { seconds: 30 * 86_400, counts: "converted" } as const;

export function RuleLimits({ path, rule, onChange }: RuleLimitsProps) {
  const { minimum_duration: minimum, duplicates } = rule;
  const secondsError = useErrorAt(`${path}.minimum_duration.seconds`);
  const spanError = useErrorAt(`${path}.duplicates.seconds`);
  return (
    <>
      <div>
        <Checkbox
          label="Minimum duration"
          checked={minimum !== null}
          onChange={(event) => onChange({ ...rule, minimum_duration: event.target.checked ? MINIMUM : null })}
        />
        {minimum && (
          <div className="flex flex-wrap items-start gap-2 pl-6">
            <Field label="Minimum duration in seconds" hideLabel error={secondsError}>
              <NumberInput
                className="w-36"
                unit="seconds"
                value={minimum.seconds}
                onChange={(seconds) => onChange({ ...rule, minimum_duration: { ...minimum, seconds } })}
              />
            </Field>
            <Field label="Measured as" hideLabel className="w-32">
              <SelectInput
                value={minimum.basis}
                choices={BASES}
                onChange={(basis) => onChange({ ...rule, minimum_duration: { ...minimum, basis } })}
              />
            </Field>
          </div>
        )}
      </div>
      <div>
        <Checkbox
          label="Skip if the same caller"
          checked={duplicates !== null}
          onChange={(event) => onChange({ ...rule, duplicates: event.target.checked ? DUPLICATES : null })}
        />
        {duplicates && (
          <div className="flex flex-wrap items-start gap-2 pl-6">
            <Field label="What counts as a duplicate" hideLabel className="w-52">
              <SelectInput
                value={duplicates.counts}
                choices={COUNTS}
                onChange={(counts) => onChange({ ...rule, duplicates: { ...duplicates, counts } })}
              />
            </Field>
            <span className="leading-8 pointer-coarse:leading-10 text-ink-muted">within</span>
            <Field label="Within" hideLabel error={spanError}>
              <SpanInput
                seconds={duplicates.seconds}
                onChange={(seconds) => onChange({ ...rule, duplicates: { ...duplicates, seconds } })}
              />
            </Field>
          </div>
        )}
      </div>
    </>
  );
}
