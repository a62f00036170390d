"use client";

import { Fact } from "@/components/ui/fact";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { MoneyInput } from "@/components/ui/money-input";
import type { Level } from "@/lib/domain/access/access";
import { FIELD_LABELS } from "./call-form";
import type { CallEditor } from "./use-call-editor";
import { wishedBuyer, wishedOffer } from "./wished-sides";

type AmountFieldProps = { editor: CallEditor; name: "revenue" | "payout"; level: Level };

/** An input for those who may state the amount, a text for those who may read it, nothing for the others. */
export function AmountField({ editor, name, level }: AmountFieldProps) {
  const { base, form } = editor;
  if (level === "none") return null;
  if (level === "read") {
    return (
      <div className="w-44">
        <Fact label={FIELD_LABELS[name]}>
          <Money amount={base[name] ?? ""} currency={base.currency} />
        </Fact>
      </div>
    );
  }
  return (
    <Field
      label={FIELD_LABELS[name]}
      error={form.formState.errors[name]?.message}
      hint={hint(editor, name)}
      className="w-44"
    >
      <MoneyInput currency={base.currency} placeholder="agreed price" {...form.register(name)} />
    </Field>
  );
}

function hint(editor: CallEditor, name: "revenue" | "payout"): string | undefined {
  if (editor.edited.includes(name)) return undefined;
  const wished = name === "revenue" ? wishedBuyer(editor) : wishedOffer(editor);
  return wished.converted && wished.priced ? "Left alone: the stated amount, else the agreed price." : undefined;
}
