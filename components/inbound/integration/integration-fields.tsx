"use client";

import { type Control, Controller } from "react-hook-form";
import { type ChosenParty, PartySearchField } from "@/components/party/party-search-field";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { IntegrationProvider } from "@/lib/inbound/contract/integration";
import { IntegrationZoneField } from "./integration-zone-field";

/** What both forms hold; the provider and its secret can’t be edited. */
export type IntegrationValues = {
  provider: IntegrationProvider;
  name: string;
  offer: ChosenParty | null;
  traffic_source: ChosenParty | null;
  buyer: ChosenParty | null;
  time_zone: string;
  secret: string;
};

/** Parties are sent by their ID. */
export function partyFieldOf(parameter: string): string {
  return parameter.replace(/_id$/, "");
}

type IntegrationFieldsProps<Request> = {
  control: Control<IntegrationValues, unknown, Request>;
  hasZone: boolean;
  offerHint?: string;
};

const PARTIES = [
  { kind: "offer", label: "Offer", required: true },
  { kind: "traffic_source", label: "Traffic source", required: false },
  { kind: "buyer", label: "Buyer", required: false },
] as const;

/** The fields that a new integration and an edited one share. */
export function IntegrationFields<Request>({ control, hasZone, offerHint }: IntegrationFieldsProps<Request>) {
  return (
    <>
      <Controller
        control={control}
        name="name"
        render={({ field, fieldState }) => (
          <Field label="Name" error={fieldState.error?.message} required>
            <TextInput autoComplete="off" maxLength={200} placeholder="Main line" {...field} />
          </Field>
        )}
      />
      {PARTIES.map(({ kind, label, required }) => (
        <Controller
          key={kind}
          control={control}
          name={kind}
          render={({ field, fieldState }) => (
            <PartySearchField
              kind={kind}
              label={label}
              value={field.value}
              error={fieldState.error?.message}
              hint={required ? offerHint : undefined}
              required={required}
              onChange={field.onChange}
            />
          )}
        />
      ))}
      {hasZone && (
        <Controller
          control={control}
          name="time_zone"
          render={({ field, fieldState }) => (
            <IntegrationZoneField value={field.value} error={fieldState.error?.message} onChange={field.onChange} />
          )}
        />
      )}
    </>
  );
}
