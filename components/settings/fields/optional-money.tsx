"use client";

import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { useSettingsContext } from "../settings-context";
import { useErrorAt } from "../use-error-at";

type OptionalMoneyProps = {
  label: string;
  path: string;
  value: string | null;
  placeholder?: string;
  hideLabel?: boolean;
  onChange: (value: string | null) => void;
};

export function OptionalMoney({ label, path, value, placeholder, hideLabel, onChange }: OptionalMoneyProps) {
  const { currency } = useSettingsContext();
  return (
    <Field label={label} hideLabel={hideLabel} error={useErrorAt(path)} className="w-36">
      <MoneyInput
        currency={currency}
        placeholder={placeholder}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value.trim() || null)}
      />
    </Field>
  );
}
