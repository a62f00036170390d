import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { CallForm } from "./call-form";

export function ReasonField({ form }: { form: UseFormReturn<CallForm> }) {
  return (
    <Field
      label="Why? (optional)"
      hint="Stands in the history beside this change."
      error={form.formState.errors.reason?.message}
      className="max-w-120"
    >
      <TextInput autoComplete="off" maxLength={2000} {...form.register("reason")} />
    </Field>
  );
}
