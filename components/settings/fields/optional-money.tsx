"use client";

import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { plainAmount } from "@/components/ui/plain-amount";
import { useSettingsContext } from "../settings-context";
import { useErrorAt } from "../use-error-at";
import { useTypedText } from "./use-typed-text";

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
  const { text, setTyped } = useTypedText(value, show, read);
  return (
    <Field label={label} hideLabel={hideLabel} error={useErrorAt(path)} className="w-36">
      <MoneyInput
        currency={currency}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(read(event.target.value));
        }}
      />
    </Field>
  );
}

function show(value: string | null): string {
  return value ?? "";
}

function read(text: string): string | null {
  return plainAmount(text) || null;
}
