"use client";

import { Controller } from "react-hook-form";
import type { z } from "zod";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { type IntegrationInput, useCreateIntegration } from "@/lib/inbound/client/integration";
import {
  type CreatedIntegration,
  type IntegrationProvider,
  NewIntegration,
  type ProviderForm,
} from "@/lib/inbound/contract/integration";
import { IntegrationFields, type IntegrationValues, partyFieldOf } from "./integration-fields";

type NewIntegrationFormProps = {
  providers: readonly ProviderForm[];
  timeZone: string;
  onClose: () => void;
  onMade: (made: z.output<typeof CreatedIntegration>) => void;
};

export function NewIntegrationForm({ providers, timeZone, onClose, onMade }: NewIntegrationFormProps) {
  const create = useCreateIntegration();
  const providerOf = (provider: IntegrationProvider) => providers.find((form) => form.provider === provider);
  const { form, ...submission } = useServerForm({
    contract: NewIntegration,
    requestOf: (values: IntegrationValues) => requestOf(values, providerOf(values.provider)),
    fieldOf: partyFieldOf,
    defaultValues: {
      provider: "twilio",
      name: "",
      offer: null,
      traffic_source: null,
      buyer: null,
      time_zone: timeZone,
      secret: "",
    },
    send: create.mutateAsync,
    onSaved: onMade,
  });
  const { errors } = form.formState;
  const chosen = providerOf(form.watch("provider"));

  return (
    <DialogForm
      title="New integration"
      form={submission}
      submitLabel="Create integration"
      refusalTitle="Couldn’t create the integration"
      onClose={onClose}
    >
      <Controller
        control={form.control}
        name="provider"
        render={({ field }) => (
          <Field label="Provider" error={errors.provider?.message}>
            <SelectInput
              value={field.value}
              choices={providers.map((candidate) => ({ value: candidate.provider, label: candidate.label }))}
              onChange={field.onChange}
            />
          </Field>
        )}
      />
      <IntegrationFields
        control={form.control}
        hasZone={chosen?.time_zone ?? false}
        offerHint="New calls from this integration belong to this offer."
      />
      {chosen?.secret_from_provider ? (
        <Field label={chosen.secret_label} error={errors.secret?.message} hint={chosen.secret_hint} required>
          <TextInput autoComplete="off" spellCheck={false} className="font-mono" {...form.register("secret")} />
        </Field>
      ) : (
        <p className="text-12 text-ink-muted">
          The {chosen?.secret_label.toLowerCase()} is generated and shown once, after you create the integration.{" "}
          {chosen?.secret_hint}
        </p>
      )}
    </DialogForm>
  );
}

function requestOf(values: IntegrationValues, chosen: ProviderForm | undefined): IntegrationInput {
  const { provider, name, offer, traffic_source, buyer, time_zone, secret } = values;
  return {
    provider,
    name: name.trim(),
    offer_id: offer ? String(offer.id) : "",
    ...(traffic_source && { traffic_source_id: String(traffic_source.id) }),
    ...(buyer && { buyer_id: String(buyer.id) }),
    ...(chosen?.time_zone && { time_zone }),
    ...(chosen?.secret_from_provider && { secret: secret.trim() }),
  };
}
