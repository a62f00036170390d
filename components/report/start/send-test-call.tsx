"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { type ChosenParty, PartySearchField } from "@/components/party/party-search-field";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useSendTestCall } from "@/lib/inbound/client/test-call";
import { NewTestCall } from "@/lib/inbound/contract/test-call";

/** The parties of the test call at first. */
export type TestCallParties = {
  readonly offer: ChosenParty | null;
  readonly traffic_source: ChosenParty | null;
  readonly buyer: ChosenParty | null;
};
type TestCallValues = TestCallParties & { readonly duration_seconds: string };

export function SendTestCall({ parties, variant }: { parties: TestCallParties; variant: ButtonProps["variant"] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant={variant} onClick={() => setIsOpen(true)}>
        Send a test call
      </Button>
      {isOpen && <TestCallDialog parties={parties} onClose={() => setIsOpen(false)} />}
    </>
  );
}

const PARTIES = [
  { kind: "offer", label: "Offer", required: true },
  { kind: "traffic_source", label: "Traffic source", required: false },
  { kind: "buyer", label: "Buyer", required: false },
] as const;

function TestCallDialog({ parties, onClose }: { parties: TestCallParties; onClose: () => void }) {
  const router = useRouter();
  const send = useSendTestCall();
  const [isLeaving, setIsLeaving] = useState(false);
  const { form, ...submission } = useServerForm({
    contract: NewTestCall,
    requestOf,
    fieldOf: (parameter) => parameter.replace(/_id$/, ""),
    defaultValues: { ...parties, duration_seconds: "180" },
    send: send.mutateAsync,
    onSaved: ({ call }) => {
      setIsLeaving(true);
      router.push(`/calls/${call.id}`);
    },
  });
  return (
    <DialogForm
      title="Send a test call"
      form={{ ...submission, busy: submission.busy || isLeaving }}
      submitLabel="Send test call"
      refusalTitle="Couldn’t send the test call"
      onClose={onClose}
    >
      <p className="text-13 text-ink-muted">
        A finished call from a fictitious number. It is billed only if it converts; reverse the conversion to credit it.
      </p>
      {PARTIES.map(({ kind, label, required }) => (
        <Controller
          key={kind}
          control={form.control}
          name={kind}
          render={({ field, fieldState }) => (
            <PartySearchField
              kind={kind}
              label={label}
              value={field.value}
              error={fieldState.error?.message}
              required={required}
              onChange={field.onChange}
            />
          )}
        />
      ))}
      <Field label="Duration in seconds" error={form.formState.errors.duration_seconds?.message}>
        <TextInput inputMode="numeric" autoComplete="off" {...form.register("duration_seconds")} />
      </Field>
    </DialogForm>
  );
}

function requestOf({ offer, traffic_source, buyer, duration_seconds }: TestCallValues) {
  return {
    offer_id: offer ? String(offer.id) : "",
    ...(traffic_source && { traffic_source_id: String(traffic_source.id) }),
    ...(buyer && { buyer_id: String(buyer.id) }),
    duration_seconds: duration_seconds.trim(),
  };
}
