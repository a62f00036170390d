"use client";

import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { OptionalMoney } from "../fields/optional-money";
import type { SettingsForm } from "../settings-form";
import { useErrorAt } from "../use-error-at";

type Payout = SettingsForm["payouts"][number];
type PayoutFieldsProps = { path: string; payout: Payout; onChange: (payout: Payout) => void };

const KINDS = [
  { value: "amount", label: "Fixed amount" },
  { value: "percent", label: "Percent of the charge" },
] as const;

export function PayoutFields({ path, payout, onChange }: PayoutFieldsProps) {
  const percentError = useErrorAt(`${path}.percent`);
  const loose = useErrorAt(path);
  const { percent, amount, minimum, maximum } = payout;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Field label="Payout type" hideLabel error={loose} className="w-48">
        <SelectInput
          value={percent === null ? "amount" : "percent"}
          choices={KINDS}
          onChange={(kind) =>
            onChange(
              kind === "amount"
                ? { ...payout, amount: "", percent: null, minimum: null, maximum: null }
                : { ...payout, amount: null, percent: "" },
            )
          }
        />
      </Field>
      {percent === null ? (
        <OptionalMoney
          label="Amount"
          hideLabel
          path={`${path}.amount`}
          placeholder="none"
          value={amount}
          onChange={(next) => onChange({ ...payout, amount: next ?? "" })}
        />
      ) : (
        <>
          <Field label="Percent of the charge" hideLabel error={percentError}>
            <span className="flex items-center gap-1.5">
              <TextInput
                inputMode="decimal"
                autoComplete="off"
                className="w-16! text-right tabular-nums"
                value={percent}
                onChange={(event) => onChange({ ...payout, percent: event.target.value.trim() })}
              />
              <span className="text-13 text-ink-muted">%</span>
            </span>
          </Field>
          <Bound
            label="Minimum"
            path={`${path}.minimum`}
            value={minimum}
            onChange={(next) => onChange({ ...payout, minimum: next })}
          />
          <Bound
            label="Maximum"
            path={`${path}.maximum`}
            value={maximum}
            onChange={(next) => onChange({ ...payout, maximum: next })}
          />
        </>
      )}
    </div>
  );
}

type BoundProps = { label: string; path: string; value: string | null; onChange: (value: string | null) => void };

function Bound({ label, ...money }: BoundProps) {
  return (
    <span className="flex items-start gap-1.5">
      <span aria-hidden="true" className="text-13 text-ink-muted leading-8 pointer-coarse:leading-10">
        {label}
      </span>
      <OptionalMoney label={label} hideLabel placeholder="No limit" {...money} />
    </span>
  );
}
