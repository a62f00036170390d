"use client";

import { type FormEvent, useId, useState } from "react";
import { PartySearchField } from "@/components/party/party-search-field";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { type IntegrationUpdateInput, useUpdateIntegration } from "@/lib/inbound/client/integration";
import type { Integration, ProviderForm } from "@/lib/inbound/contract/integration";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { IntegrationZoneField } from "./integration-zone-field";

type EditIntegrationProps = { source: Integration; maker: ProviderForm };

export function EditIntegration({ source, maker }: EditIntegrationProps) {
  const [draft, setDraft] = useState<Integration | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const update = useUpdateIntegration(source.id);
  const formId = useId();
  const edited = draft ?? source;
  const edit = (change: Partial<Integration>) => setDraft({ ...edited, ...change });

  function close() {
    if (update.isPending) return;
    setDraft(null);
    setErrors({});
    setRefusal(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (update.isPending) return;
    if (edited.name.trim() === "") return setErrors({ name: "Enter a name." });
    setErrors({});
    setRefusal(null);
    try {
      await update.mutateAsync(changes(source, edited));
      setDraft(null);
    } catch (error) {
      const fields = (error instanceof ApiError && error.problem.errors) || {};
      setErrors(fields);
      if (Object.keys(fields).length === 0) setRefusal(refusalText(error));
    }
  }

  return (
    <>
      <Button onClick={() => setDraft(source)}>Edit</Button>
      <Dialog
        open={draft !== null}
        title={`Edit ${source.name}`}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" busy={update.isPending}>
              Save changes
            </Button>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="space-y-3 pt-2 text-ink">
          <p>Changes apply to new calls. Existing calls keep their offer, traffic source and buyer.</p>
          <Field label="Name" error={errors.name} required>
            <TextInput
              autoComplete="off"
              maxLength={200}
              value={edited.name}
              onChange={(event) => edit({ name: event.target.value })}
            />
          </Field>
          <PartySearchField
            kind="offer"
            label="Offer"
            value={edited.offer}
            error={errors.offer_id}
            required
            onChange={(offer) => edit({ offer })}
          />
          <PartySearchField
            kind="traffic_source"
            label="Traffic source"
            value={edited.traffic_source}
            error={errors.traffic_source_id}
            onChange={(party) => edit({ traffic_source: party })}
          />
          <PartySearchField
            kind="buyer"
            label="Buyer"
            value={edited.buyer}
            error={errors.buyer_id}
            onChange={(buyer) => edit({ buyer })}
          />
          {maker.time_zone && (
            <IntegrationZoneField
              value={edited.time_zone ?? "UTC"}
              error={errors.time_zone}
              onChange={(zone) => edit({ time_zone: zone })}
            />
          )}
          {refusal && (
            <Alert tone="negative" title="Nothing was saved">
              {refusal}
            </Alert>
          )}
        </form>
      </Dialog>
    </>
  );
}

/** Only the edited fields. */
function changes(before: Integration, after: Integration): IntegrationUpdateInput {
  const idOf = (party: Integration["offer"]) => (party ? String(party.id) : "none");
  return {
    ...(after.name !== before.name && { name: after.name.trim() }),
    ...(after.offer && after.offer.id !== before.offer?.id && { offer_id: String(after.offer.id) }),
    ...(after.traffic_source?.id !== before.traffic_source?.id && { traffic_source_id: idOf(after.traffic_source) }),
    ...(after.buyer?.id !== before.buyer?.id && { buyer_id: idOf(after.buyer) }),
    ...(after.time_zone && after.time_zone !== before.time_zone && { time_zone: after.time_zone }),
  };
}
