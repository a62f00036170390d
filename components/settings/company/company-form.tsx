"use client";

import { useRouter } from "next/navigation";
import { Controller } from "react-hook-form";
import { toast } from "sonner";
import { currencyChoices } from "@/components/access/currency-choices";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Fact } from "@/components/ui/fact";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useUpdateCompany } from "@/lib/access/client/company";
import { type CompanySettings, CompanyUpdate } from "@/lib/access/contract/company";

type CompanyFormProps = { company: CompanySettings; mayEdit: boolean };

const FIXED = "Fixed: the amounts of your buyers, offers and traffic sources are in it.";
const OPEN = "Can be changed until you add a buyer, offer or traffic source.";
const ZONE =
  "Days and months of your books begin at its midnight. A change applies from now on: posted entries keep their day.";

export function CompanyForm({ company, mayEdit }: CompanyFormProps) {
  const router = useRouter();
  const update = useUpdateCompany();
  const isHydrated = useHydrated();
  const { name, currency, time_zone } = company;
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: CompanyUpdate,
    requestOf: (values) => changesOf(company, { ...values, name: values.name.trim() }),
    defaultValues: { name, currency, time_zone },
    disabled: !mayEdit,
    send: update.mutateAsync,
    onSaved: () => {
      toast.success("Company saved");
      router.refresh();
    },
  });
  if (!mayEdit) return <CompanyFacts company={company} />;
  const { errors } = form.formState;
  return (
    <form id={id} noValidate onSubmit={submit} className="space-y-4">
      <Field label="Company name" error={errors.name?.message} required>
        <TextInput autoComplete="organization" maxLength={200} {...form.register("name")} />
      </Field>
      <Controller
        control={form.control}
        name="time_zone"
        render={({ field }) => (
          <Field label="Time zone" error={errors.time_zone?.message} hint={ZONE} required>
            <TimeZoneCombobox value={field.value} onChange={field.onChange} />
          </Field>
        )}
      />
      {company.currency_is_fixed ? (
        <CurrencyFact currency={currency} />
      ) : (
        <Controller
          control={form.control}
          name="currency"
          render={({ field }) => (
            <Field label="Currency" error={errors.currency?.message} hint={OPEN} required>
              <SelectInput
                value={field.value}
                // Browsers know other currencies than the server.
                choices={isHydrated ? currencyChoices() : [{ value: currency, label: currency }]}
                onChange={field.onChange}
              />
            </Field>
          )}
        />
      )}
      <FormRefusal refusal={refusal} />
      <Button type="submit" variant="primary" busy={busy}>
        Save company
      </Button>
    </form>
  );
}

type CompanyValues = Pick<CompanySettings, "name" | "currency" | "time_zone">;

/** Only what was edited, so that a save takes back nothing that others changed meanwhile. */
function changesOf(company: CompanyValues, values: CompanyValues): Partial<CompanyValues> {
  return {
    ...(values.name !== company.name && { name: values.name }),
    ...(values.currency !== company.currency && { currency: values.currency }),
    ...(values.time_zone !== company.time_zone && { time_zone: values.time_zone }),
  };
}

function CompanyFacts({ company: { name, currency, time_zone } }: { company: CompanySettings }) {
  return (
    <div className="space-y-3">
      <Fact label="Company name">{name}</Fact>
      <Fact label="Time zone">{time_zone}</Fact>
      <CurrencyFact currency={currency} />
    </div>
  );
}

function CurrencyFact({ currency }: { currency: string }) {
  return (
    <div>
      <Fact label="Currency">{currency}</Fact>
      <p className="mt-1 text-12 text-ink-muted">{FIXED}</p>
    </div>
  );
}
