"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { toast } from "sonner";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { Section } from "@/components/ui/section";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { type Access, may } from "@/lib/access/domain/access";
import { useSaveTerms } from "@/lib/billing-profile/client";
import type { BillingProfileAnswer } from "@/lib/billing-profile/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { DetailsFields } from "./details-fields";
import { placeErrors } from "./details-form";
import { OwnTerms } from "./own-terms";
import { TaxLines } from "./tax-lines";
import { type TermsForm, termsForm, termsOfForm } from "./terms-form";
import { CYCLE_CHOICES } from "./terms-words";

type TermsScreenProps = { terms: BillingProfileAnswer; access: Access };

export function TermsScreen({ terms, access }: TermsScreenProps) {
  const mayEdit = may(access, "update", "billing");
  const { party, currency, version, profile } = terms;
  const router = useRouter();
  const save = useSaveTerms(party);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<TermsForm>({ defaultValues: termsForm(profile), disabled: !mayEdit });
  const { errors, isDirty } = form.formState;
  const guard = useUnsavedGuard(mayEdit && isDirty);

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      const saved = await save.mutateAsync({ version, profile: termsOfForm(values) });
      form.reset(termsForm(saved.profile));
      toast.success("Terms saved. They apply from the next statement.");
      router.refresh();
    } catch (error) {
      if (!placeErrors(form, error)) setRefusal(refusalText(error));
    }
  });

  return (
    <Section title="Terms" aside={<span>{version === 0 ? "not set yet" : `version ${version}`}</span>}>
      <form noValidate aria-label="Terms" onSubmit={submit} className="max-w-xl space-y-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Controller
            control={form.control}
            name="cycle"
            render={({ field }) => (
              <Field label="Cycle" error={errors.cycle?.message} hint="Applies after the last issued statement.">
                <SelectInput
                  name={field.name}
                  value={field.value}
                  choices={CYCLE_CHOICES}
                  disabled={!mayEdit}
                  onChange={field.onChange}
                />
              </Field>
            )}
          />
          <Field label="Net days" error={errors.net_days?.message} hint="Days until due">
            <TextInput inputMode="numeric" autoComplete="off" {...form.register("net_days")} />
          </Field>
        </div>
        <OwnTerms form={form} type={party.type} currency={currency} mayEdit={mayEdit} />
        <TaxLines form={form} mayEdit={mayEdit} />
        <DetailsFields form={form} />
        {refusal && (
          <Alert tone="negative" title="Nothing was saved">
            {refusal}
          </Alert>
        )}
        {mayEdit && (
          <Button type="submit" variant="primary" busy={save.isPending} disabled={!isDirty && version > 0}>
            Save terms
          </Button>
        )}
      </form>
      <LeaveDialog guard={guard} what="Your changes to these terms haven’t" />
    </Section>
  );
}
