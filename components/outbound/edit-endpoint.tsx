"use client";

import { useState } from "react";
import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useUpdateEndpoint } from "@/lib/outbound/client";
import { type WebhookEndpoint, WebhookEndpointUpdate } from "@/lib/outbound/contract/endpoint";
import { type EndpointOwner, EventsField } from "./events-field";

export function EditEndpoint({ endpoint }: { endpoint: WebhookEndpoint }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Edit</Button>
      {isOpen && <EditDialog endpoint={endpoint} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function EditDialog({ endpoint, onClose }: { endpoint: WebhookEndpoint; onClose: () => void }) {
  const update = useUpdateEndpoint(endpoint.id);
  const { name, url, events } = endpoint;
  const { form, ...submission } = useServerForm({
    contract: WebhookEndpointUpdate,
    requestOf: (values) => ({
      ...(values.name !== name && { name: values.name.trim() }),
      ...(values.url !== url && { url: values.url.trim() }),
      ...(values.events.join() !== events.join() && { events: values.events }),
    }),
    defaultValues: { name, url, events },
    send: update.mutateAsync,
    onSaved: onClose,
  });
  const { errors } = form.formState;
  return (
    <DialogForm title={`Edit ${name}`} form={submission} submitLabel="Save changes" onClose={onClose}>
      <Field label="Name" error={errors.name?.message} required>
        <TextInput autoComplete="off" maxLength={200} {...form.register("name")} />
      </Field>
      <Field label="URL" error={errors.url?.message} hint="What waits is sent to the new URL." required>
        <TextInput autoComplete="off" spellCheck={false} inputMode="url" {...form.register("url")} />
      </Field>
      <Controller
        control={form.control}
        name="events"
        render={({ field }) => (
          <EventsField
            owner={ownerOf(endpoint)}
            value={field.value}
            error={errors.events?.message}
            onChange={field.onChange}
          />
        )}
      />
    </DialogForm>
  );
}

function ownerOf({ offer, buyer, traffic_source }: WebhookEndpoint): EndpointOwner {
  if (buyer) return "buyer";
  if (traffic_source) return "traffic_source";
  return offer ? "offer" : "company";
}
