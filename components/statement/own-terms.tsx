import { Controller, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import type { TermsInput } from "@/lib/billing-profile/client";
import type { TermsForm } from "./terms-form";
import { CREDIT_CHOICES } from "./terms-words";

type OwnTermsProps = {
  form: UseFormReturn<TermsForm, unknown, TermsInput>;
  type: "buyer" | "traffic_source";
  currency: string;
  mayEdit: boolean;
};

export function OwnTerms({ form, type, currency, mayEdit }: OwnTermsProps) {
  const { errors } = form.formState;
  if (type === "traffic_source") {
    return (
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Hold days" error={errors.hold_days?.message} hint="Days before earnings become payable.">
          <TextInput inputMode="numeric" autoComplete="off" {...form.register("hold_days")} />
        </Field>
        <Field label="Minimum payment" error={errors.minimum_payment?.message} hint="Smaller balances carry forward.">
          <MoneyInput currency={currency} {...form.register("minimum_payment")} />
        </Field>
      </div>
    );
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Controller
        control={form.control}
        name="credit"
        render={({ field }) => (
          <Field label="Credit" error={errors.credit?.message}>
            <SelectInput
              name={field.name}
              value={field.value}
              choices={CREDIT_CHOICES}
              disabled={!mayEdit}
              onChange={field.onChange}
            />
          </Field>
        )}
      />
      {form.watch("credit") === "limit" && (
        <Field label="Credit limit" error={errors.credit_amount?.message} required>
          <MoneyInput currency={currency} {...form.register("credit_amount")} />
        </Field>
      )}
    </div>
  );
}
