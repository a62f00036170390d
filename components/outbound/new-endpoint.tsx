"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import type { CreatedWebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import { NewEndpointForm } from "./new-endpoint-form";

type Created = z.output<typeof CreatedWebhookEndpoint>;

/** Shows the secret once, then opens the endpoint. */
export function NewEndpoint() {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [created, setCreated] = useState<Created | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New webhook
      </Button>
      {isOpen && !created && <NewEndpointForm onClose={() => setIsOpen(false)} onCreated={setCreated} />}
      {created && (
        <ShownOnceDialog
          title={`${created.webhook_endpoint.name} is ready`}
          blocks={[{ title: "Signing secret", code: created.secret }]}
          note="Any library of Standard Webhooks checks the signature of each post with it."
          onClose={() => router.push(`/settings/webhooks/${created.webhook_endpoint.id}`)}
        />
      )}
    </>
  );
}
