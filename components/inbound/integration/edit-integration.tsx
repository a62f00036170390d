"use client";

import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { type IntegrationUpdateInput, useUpdateIntegration } from "@/lib/inbound/client/integration";
import { type Integration, IntegrationUpdate, type ProviderForm } from "@/lib/inbound/contract/integration";
import { IntegrationFields, type IntegrationValues, partyFieldOf } from "./integration-fields";

type EditIntegrationProps = { integration: Integration; provider: ProviderForm };

export function EditIntegration(props: EditIntegrationProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Edit</Button>
      {isOpen && <EditDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function EditDialog({ integration, provider, onClose }: EditIntegrationProps & { onClose: () => void }) {
  const update = useUpdateIntegration(integration.id);
  const { form, ...submission } = useServerForm({
    contract: IntegrationUpdate,
    requestOf: (values) => changes(integration, values),
    fieldOf: partyFieldOf,
    defaultValues: valuesOf(integration),
    send: update.mutateAsync,
    onSaved: onClose,
  });

  return (
    <DialogForm title={`Edit ${integration.name}`} form={submission} submitLabel="Save changes" onClose={onClose}>
      <p>Changes apply to new calls. Existing calls keep their offer, traffic source and buyer.</p>
      <IntegrationFields control={form.control} hasZone={provider.time_zone} />
    </DialogForm>
  );
}

function valuesOf(integration: Integration): IntegrationValues {
  const { provider, name, offer, traffic_source, buyer, time_zone } = integration;
  return { provider, name, offer, traffic_source, buyer, time_zone: time_zone ?? "UTC", secret: "" };
}

/** Only the edited fields. */
function changes(integration: Integration, after: IntegrationValues): IntegrationUpdateInput {
  const before = valuesOf(integration);
  const idOf = (party: IntegrationValues["buyer"]) => (party ? String(party.id) : "none");
  return {
    ...(after.name !== before.name && { name: after.name.trim() }),
    ...(after.offer && after.offer.id !== before.offer?.id && { offer_id: String(after.offer.id) }),
    ...(after.traffic_source?.id !== before.traffic_source?.id && { traffic_source_id: idOf(after.traffic_source) }),
    ...(after.buyer?.id !== before.buyer?.id && { buyer_id: idOf(after.buyer) }),
    ...(after.time_zone !== before.time_zone && { time_zone: after.time_zone }),
  };
}
