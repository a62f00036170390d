"use client";

import { Controller } from "react-hook-form";
import type { z } from "zod";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { type ChosenParty, PartySearchField } from "@/components/party/party-search-field";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { type EndpointInput, useCreateEndpoint } from "@/lib/outbound/client";
import { type CreatedWebhookEndpoint, NewWebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import type { EventType } from "@/lib/outbound/domain/event-type";
import { type EndpointOwner, EventsField, eventsFor } from "./events-field";

type Values = { name: string; url: string; owner: EndpointOwner; party: ChosenParty | null; events: EventType[] };
type FormProps = { onClose: () => void; onCreated: (created: z.output<typeof CreatedWebhookEndpoint>) => void };

const OWNERS = [
  { value: "company", label: "Your company" },
  { value: "buyer", label: "A buyer" },
  { value: "traffic_source", label: "A traffic source" },
  { value: "offer", label: "An offer" },
] as const;
const PARTIES = {
  buyer: { label: "Buyer", hint: "It is sent this buyer’s events, without payouts." },
  traffic_source: { label: "Traffic source", hint: "It is sent this traffic source’s events, without revenue." },
  offer: { label: "Offer", hint: "It is sent the events of this offer’s calls." },
} as const;
const USUAL: EventType[] = [
  "buyer.converted",
  "buyer.reversed",
  "buyer.repriced",
  "offer.converted",
  "offer.reversed",
  "offer.repriced",
];

export function NewEndpointForm({ onClose, onCreated }: FormProps) {
  const create = useCreateEndpoint();
  const { form, ...submission } = useServerForm({
    contract: NewWebhookEndpoint,
    requestOf,
    fieldOf: (parameter) => (parameter.endsWith("_id") ? "party" : parameter),
    defaultValues: { name: "", url: "", owner: "company", party: null, events: USUAL } as Values,
    send: create.mutateAsync,
    onSaved: onCreated,
  });
  const { errors } = form.formState;
  const owner = form.watch("owner");
  return (
    <DialogForm
      title="New webhook"
      form={submission}
      submitLabel="Create webhook"
      refusalTitle="Couldn’t create the webhook"
      onClose={onClose}
    >
      <Field label="Name" error={errors.name?.message} required>
        <TextInput autoComplete="off" maxLength={200} placeholder="Warehouse" {...form.register("name")} />
      </Field>
      <Field label="URL" error={errors.url?.message} hint="Events are posted here as JSON." required>
        <TextInput
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
          placeholder="https://"
          {...form.register("url")}
        />
      </Field>
      <Controller
        control={form.control}
        name="owner"
        render={({ field }) => (
          <Field label="Belongs to">
            <SelectInput
              value={field.value}
              choices={OWNERS}
              onChange={(value) => {
                field.onChange(value);
                form.setValue("party", null);
              }}
            />
          </Field>
        )}
      />
      {owner !== "company" && (
        <Controller
          control={form.control}
          name="party"
          render={({ field }) => (
            <PartySearchField
              kind={owner}
              label={PARTIES[owner].label}
              value={field.value}
              error={errors.party?.message}
              hint={PARTIES[owner].hint}
              required
              onChange={field.onChange}
            />
          )}
        />
      )}
      <Controller
        control={form.control}
        name="events"
        render={({ field }) => (
          <EventsField owner={owner} value={field.value} error={errors.events?.message} onChange={field.onChange} />
        )}
      />
    </DialogForm>
  );
}

function requestOf({ name, url, owner, party, events }: Values): EndpointInput {
  return {
    name: name.trim(),
    url: url.trim(),
    events: eventsFor(owner, events),
    ...(owner !== "company" && { [`${owner}_id`]: party ? String(party.id) : "" }),
  };
}
