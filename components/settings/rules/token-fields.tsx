"use client";

import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { OPERATORS, type Operator } from "@/lib/evaluation/domain/condition";
import type { TokenCondition } from "@/lib/settings/contract/rule";
import { LinesInput } from "../fields/lines-input";
import { useErrorAt } from "../use-error-at";
import { OPERATOR_WORDS } from "../words/condition-text";

type TokenFieldsProps = { path: string; condition: TokenCondition; onChange: (condition: TokenCondition) => void };

export const NEW_TOKEN_CONDITION: TokenCondition = { token: "", operator: "equals", values: [""] };

const CHOICES = OPERATORS.map((operator) => ({ value: operator, label: OPERATOR_WORDS[operator] }));

export function TokenFields({ path, condition, onChange }: TokenFieldsProps) {
  const { token, operator, values } = condition;
  const loose = useErrorAt(path);
  const valueError = useValueError(path);
  return (
    <div className="grid min-w-0 flex-1 items-start gap-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,3fr)_minmax(0,4fr)]">
      <Field label="Token" hideLabel error={useErrorAt(`${path}.token`) ?? loose}>
        <TextInput
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="zip"
          className="font-mono"
          value={token}
          onChange={(event) => onChange({ ...condition, token: event.target.value.trim() })}
        />
      </Field>
      <Field label="Comparison" hideLabel>
        <SelectInput
          value={operator}
          choices={CHOICES}
          onChange={(next) => onChange({ ...condition, operator: next, values: valuesFor(next, values) })}
        />
      </Field>
      {takesSeveral(operator) ? (
        <Field label="Values" hideLabel hint="One value per line." error={valueError}>
          <LinesInput value={values} onChange={(next) => onChange({ ...condition, values: next })} />
        </Field>
      ) : (
        takesOne(operator) && (
          <Field label="Value" hideLabel error={valueError}>
            <TextInput
              autoComplete="off"
              spellCheck={false}
              placeholder={operator === "matches" ? "^80[0-9]+" : "value"}
              value={values[0] ?? ""}
              onChange={(event) => onChange({ ...condition, values: [event.target.value] })}
            />
          </Field>
        )
      )}
    </div>
  );
}

function useValueError(path: string): string | undefined {
  const first = useErrorAt(`${path}.values.0`);
  return useErrorAt(`${path}.values`) ?? first;
}

function takesSeveral(operator: Operator): boolean {
  return operator === "in" || operator === "not_in";
}

function takesOne(operator: Operator): boolean {
  return operator !== "exists" && operator !== "missing" && !takesSeveral(operator);
}

function valuesFor(operator: Operator, values: readonly string[]): string[] {
  if (takesSeveral(operator)) return values.filter((value) => value !== "");
  return takesOne(operator) ? [values[0] ?? ""] : [];
}
