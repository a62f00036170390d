"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { buyerWebhookQuery, useSaveWebhook } from "@/lib/inbound/client/webhook";
import type { BuyerWebhook } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { WebhookEvents } from "./webhook-events";
import { WebhookMapping } from "./webhook-mapping";
import { WebhookUrl } from "./webhook-url";

type BuyerWebhookSectionProps = { buyerId: number; access: Access; timeZone: string };

export function BuyerWebhookSection({ buyerId, access, timeZone }: BuyerWebhookSectionProps) {
  const mayEdit = may(access, "update", "settings");
  const { data: webhook, error, isPending } = useQuery(buyerWebhookQuery(buyerId));
  const save = useSaveWebhook(buyerId);
  const created = shownOnce(save.data?.webhook);
  const begin = () => save.mutate({}, { onError: (reason) => toast.error(refusalText(reason)) });
  return (
    <Section
      title="Webhook"
      aside={
        webhook && (
          <Status tone={webhook.paused ? "caution" : "positive"}>{webhook.paused ? "paused" : "active"}</Status>
        )
      }
    >
      {isPending && <Skeleton className="h-16 w-full" />}
      {error && <p className="text-13 text-negative">{refusalText(error)}</p>}
      {webhook === null && (
        <div className="space-y-2 text-13 text-ink-muted">
          <p>Create a webhook URL so that the buyer’s system can report conversions.</p>
          {mayEdit && (
            <Button variant="primary" busy={save.isPending} onClick={begin}>
              Create webhook URL
            </Button>
          )}
        </div>
      )}
      <p className="mb-3 text-13">
        <TextLink href="/docs/api/for-buyers">Guide for the buyer’s engineer</TextLink>
      </p>
      {webhook && (
        <div className="space-y-6">
          <WebhookUrl webhook={webhook} mayEdit={mayEdit} timeZone={timeZone} save={save} />
          <WebhookMapping key={JSON.stringify(webhook.fields)} webhook={webhook} mayEdit={mayEdit} save={save} />
          <WebhookEvents buyerId={buyerId} timeZone={timeZone} />
        </div>
      )}
      {created.length > 0 && (
        <ShownOnceDialog title="Pass this on to the buyer" blocks={created} onClose={save.reset} />
      )}
    </Section>
  );
}

/** The URL and the secret that were just created. */
function shownOnce(webhook: BuyerWebhook | null | undefined) {
  return [
    ...(webhook && !webhook.url.endsWith("•") ? [{ title: "Webhook URL", code: webhook.url }] : []),
    ...(webhook?.secret ? [{ title: "Secret", code: webhook.secret }] : []),
  ];
}
