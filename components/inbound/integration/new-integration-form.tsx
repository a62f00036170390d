"use client";

import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { type ChosenParty, PartySearchField } from "@/components/party/party-search-field";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { useCreateIntegration } from "@/lib/inbound/client/integration";
import type { CreatedIntegration, IntegrationProvider, ProviderForm } from "@/lib/inbound/contract/integration";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { IntegrationZoneField } from "./integration-zone-field";

type NewIntegrationFormProps = {
  id: string;
  makers: readonly ProviderForm[];
  timeZone: string;
  onBusy: (busy: boolean) => void;
  onMade: (made: z.output<typeof CreatedIntegration>) => void;
};

type Errors = Readonly<Record<string, string>>;

export function NewIntegrationForm({ id, makers, timeZone, onBusy, onMade }: NewIntegrationFormProps) {
  const [provider, setProvider] = useState<IntegrationProvider>("twilio");
  const [name, setName] = useState("");
  const [offer, setOffer] = useState<ChosenParty | null>(null);
  const [trafficSource, setTrafficSource] = useState<ChosenParty | null>(null);
  const [buyer, setBuyer] = useState<ChosenParty | null>(null);
  const [zone, setZone] = useState(timeZone);
  const [secret, setSecret] = useState("");
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const create = useCreateIntegration();
  const maker = makers.find((candidate) => candidate.provider === provider);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (create.isPending || !maker) return;
    const missing = missingOf(name, offer, maker.secret_from_provider ? secret : null, maker.secret_label);
    setErrors(missing);
    setRefusal(null);
    if (!offer || Object.keys(missing).length > 0) return;
    onBusy(true);
    try {
      const made = await create.mutateAsync({
        provider,
        name: name.trim(),
        offer_id: String(offer.id),
        ...(trafficSource && { traffic_source_id: String(trafficSource.id) }),
        ...(buyer && { buyer_id: String(buyer.id) }),
        ...(maker.time_zone && { time_zone: zone }),
        ...(maker.secret_from_provider && { secret: secret.trim() }),
      });
      onMade(made);
    } catch (error) {
      const fields = (error instanceof ApiError && error.problem.errors) || {};
      setErrors(fields);
      if (Object.keys(fields).length === 0) setRefusal(refusalText(error));
    } finally {
      onBusy(false);
    }
  }

  return (
    <form id={id} noValidate onSubmit={submit} className="space-y-3 pt-2 text-ink">
      <Field label="Provider" error={errors.provider}>
        <SelectInput
          value={provider}
          choices={makers.map((candidate) => ({ value: candidate.provider, label: candidate.label }))}
          onChange={setProvider}
        />
      </Field>
      <Field label="Name" error={errors.name} required>
        <TextInput
          autoComplete="off"
          maxLength={200}
          placeholder="Main line"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <PartySearchField
        kind="offer"
        label="Offer"
        value={offer}
        error={errors.offer_id}
        hint="New calls from this integration belong to this offer."
        required
        onChange={setOffer}
      />
      <PartySearchField
        kind="traffic_source"
        label="Traffic source"
        value={trafficSource}
        error={errors.traffic_source_id}
        onChange={setTrafficSource}
      />
      <PartySearchField kind="buyer" label="Buyer" value={buyer} error={errors.buyer_id} onChange={setBuyer} />
      {maker?.time_zone && <IntegrationZoneField value={zone} error={errors.time_zone} onChange={setZone} />}
      {maker?.secret_from_provider ? (
        <Field label={maker.secret_label} error={errors.secret} hint={maker.secret_hint} required>
          <TextInput
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </Field>
      ) : (
        <p className="text-12 text-ink-muted">
          The {maker?.secret_label.toLowerCase()} is generated and shown once, after you create the integration.{" "}
          {maker?.secret_hint}
        </p>
      )}
      {refusal && (
        <Alert tone="negative" title="Couldn’t create the integration">
          {refusal}
        </Alert>
      )}
    </form>
  );
}

function missingOf(name: string, offer: ChosenParty | null, secret: string | null, secretLabel: string): Errors {
  return {
    ...(name.trim() === "" && { name: "Enter a name." }),
    ...(offer === null && { offer_id: "Choose an offer." }),
    ...(secret !== null && secret.trim() === "" && { secret: `Enter the ${secretLabel.toLowerCase()}.` }),
  };
}
