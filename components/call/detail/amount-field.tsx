"use client";

import { Fact } from "@/components/ui/fact";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { MoneyInput } from "@/components/ui/money-input";
import type { Level } from "@/lib/access/domain/access";
import { amountHint } from "./amount-hint";
import { amountPlaceholder } from "./amount-placeholder";
import { FIELD_LABELS, formValues } from "./call-form";
import type { CallEditor } from "./use-call-editor";

type AmountFieldProps = { editor: CallEditor; name: "revenue" | "payout"; level: Level };

export function AmountField({ editor, name, level }: AmountFieldProps) {
  const { base, values, edited, form, errors } = editor;
  if (level === "none") return null;
  const side = editor.preview.shown?.[name === "revenue" ? "buyer" : "offer"];
  const text = level === "read" ? "" : values[name];
  const hint = amountHint(name, side?.after, { text, isTyped: edited.includes(name) });
  if (level === "read") {
    return (
      <div className={PLACE}>
        <Fact label={FIELD_LABELS[name]}>
          <Money amount={side?.after.amount ?? base[name] ?? ""} currency={base.currency} />
          <span className="block text-12 text-ink-muted">{hint}</span>
        </Fact>
      </div>
    );
  }
  const placeholder = amountPlaceholder(name, formValues(base)[name], hint && side?.after.amount);
  return (
    <Field label={FIELD_LABELS[name]} error={errors[name]} hint={hint} className={PLACE}>
      <MoneyInput currency={base.currency} placeholder={placeholder} {...form.register(name)} />
    </Field>
  );
}

/** Reserves space for the hint, so that nothing moves when it appears. */
const PLACE = "min-h-20 w-52";
