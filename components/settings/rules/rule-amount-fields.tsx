"use client";

import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import type { RuleAmount } from "@/lib/settings/contract/rule";
import { OptionalMoney } from "../fields/optional-money";
import { useErrorAt } from "../use-error-at";

type RuleAmountFieldsProps = {
  path: string;
  amount: RuleAmount | null;
  onChange: (amount: RuleAmount | null) => void;
};

const KINDS = [
  { value: "terms", label: "the agreed price" },
  { value: "fixed", label: "a fixed amount" },
  { value: "token", label: "the value of a token" },
] as const;
const FRESH = {
  terms: null,
  fixed: { kind: "fixed", amount: "" },
  token: { kind: "token", token: "", minimum: "", maximum: "" },
} as const;

export function RuleAmountFields({ path, amount, onChange }: RuleAmountFieldsProps) {
  const tokenError = useErrorAt(`${path}.token`);
  const loose = useErrorAt(path);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <Field label="Amount" error={loose} className="w-48">
        <SelectInput value={amount?.kind ?? "terms"} choices={KINDS} onChange={(kind) => onChange(FRESH[kind])} />
      </Field>
      {amount?.kind === "fixed" && (
        <OptionalMoney
          label="Amount per call"
          path={`${path}.amount`}
          value={amount.amount}
          onChange={(next) => onChange({ ...amount, amount: next ?? "" })}
        />
      )}
      {amount?.kind === "token" && (
        <>
          <Field label="Token" error={tokenError} className="w-44">
            <TextInput
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="price"
              className="font-mono"
              value={amount.token}
              onChange={(event) => onChange({ ...amount, token: event.target.value.trim() })}
            />
          </Field>
          <OptionalMoney
            label="Minimum"
            path={`${path}.minimum`}
            value={amount.minimum}
            onChange={(next) => onChange({ ...amount, minimum: next ?? "" })}
          />
          <OptionalMoney
            label="Maximum"
            path={`${path}.maximum`}
            value={amount.maximum}
            onChange={(next) => onChange({ ...amount, maximum: next ?? "" })}
          />
        </>
      )}
    </div>
  );
}
