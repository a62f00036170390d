import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { TermsInput } from "@/lib/billing-profile/client";
import type { TermsForm } from "./terms-form";

const AT_MOST = 5;

export function TaxLines({ form, mayEdit }: { form: UseFormReturn<TermsForm, unknown, TermsInput>; mayEdit: boolean }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "tax_lines" });
  const { errors } = form.formState;
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 font-medium text-13">Taxes</legend>
      {fields.length === 0 && <p className="text-13 text-ink-muted">None.</p>}
      {fields.map((field, place) => (
        <div key={field.id} className="flex items-end gap-2">
          <Field label="Name of the tax" error={errors.tax_lines?.[place]?.name?.message} className="flex-1">
            <TextInput autoComplete="off" maxLength={100} {...form.register(`tax_lines.${place}.name`)} />
          </Field>
          <Field label="Percent" error={errors.tax_lines?.[place]?.percent?.message} className="w-24">
            <TextInput inputMode="decimal" autoComplete="off" {...form.register(`tax_lines.${place}.percent`)} />
          </Field>
          {mayEdit && (
            <Button variant="plain" onClick={() => remove(place)}>
              Remove
            </Button>
          )}
        </div>
      ))}
      {mayEdit && fields.length < AT_MOST && (
        <Button size="sm" onClick={() => append({ name: "", percent: "" })}>
          Add tax
        </Button>
      )}
    </fieldset>
  );
}
