import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { CallEditor } from "./use-call-editor";

export function ReasonField({ editor: { form, errors } }: { editor: CallEditor }) {
  return (
    <Field label="Reason (optional)" hint="Shown in the call’s history." error={errors.reason} className="max-w-120">
      <TextInput autoComplete="off" maxLength={2000} {...form.register("reason")} />
    </Field>
  );
}
