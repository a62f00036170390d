"use client";

import { useRouter } from "next/navigation";
import { Controller } from "react-hook-form";
import { toast } from "sonner";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { Section } from "@/components/ui/section";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { type Access, may } from "@/lib/access/domain/access";
import { useSaveTerms } from "@/lib/billing-profile/client";
import { type BillingProfileAnswer, BillingProfileUpdate } from "@/lib/billing-profile/contract";
import { DetailsFields } from "./details-fields";
import { fieldOf } from "./details-form";
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
  const { form, ...submission } = useServerForm({
    contract: BillingProfileUpdate,
    requestOf: (values: TermsForm) => ({ version, profile: termsOfForm(values) }),
    fieldOf,
    defaultValues: termsForm(profile),
    disabled: !mayEdit,
    send: save.mutateAsync,
    onSaved: (saved) => {
      form.reset(termsForm(saved.profile));
      toast.success("Terms saved. They apply from the next statement.");
      router.refresh();
    },
  });
  const { errors, isDirty } = form.formState;
  const guard = useUnsavedGuard(mayEdit && isDirty);

  return (
    <Section title="Terms" aside={<span>{version === 0 ? "not set yet" : `version ${version}`}</span>}>
      <form
        id={submission.id}
        noValidate
        aria-label="Terms"
        onSubmit={submission.submit}
        className="max-w-xl space-y-3"
      >
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
        <FormRefusal refusal={submission.refusal} />
        {mayEdit && (
          <Button type="submit" variant="primary" busy={submission.busy} disabled={!isDirty && version > 0}>
            Save terms
          </Button>
        )}
      </form>
      <LeaveDialog guard={guard} what="Your changes to these terms haven’t" />
    </Section>
  );
}
