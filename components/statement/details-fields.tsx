import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { DetailsForm } from "./details-form";

type DetailsFieldsProps<Form extends FieldValues, Request> = { form: UseFormReturn<Form, unknown, Request> };

export function DetailsFields<Form extends DetailsForm & FieldValues, Request>({
  form,
}: DetailsFieldsProps<Form, Request>) {
  const name = (field: keyof DetailsForm) => field as string as Path<Form>;
  const messageOf = (field: keyof DetailsForm) => form.getFieldState(name(field), form.formState).error?.message;
  return (
    <>
      <Field label="Legal name" error={messageOf("legal_name")} hint="Defaults to the display name.">
        <TextInput autoComplete="off" maxLength={200} {...form.register(name("legal_name"))} />
      </Field>
      <Field label="Address" error={messageOf("address")} hint="Up to 6 lines.">
        <TextArea {...form.register(name("address"))} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Tax number" error={messageOf("tax_id")}>
          <TextInput autoComplete="off" maxLength={60} {...form.register(name("tax_id"))} />
        </Field>
        <Field label="Email" error={messageOf("email")}>
          <TextInput autoComplete="off" inputMode="email" maxLength={254} {...form.register(name("email"))} />
        </Field>
      </div>
    </>
  );
}
