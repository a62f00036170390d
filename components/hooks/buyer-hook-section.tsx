"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { buyerWebhookQuery, useSaveWebhook } from "@/lib/inbound/client/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { HookAddress } from "./hook-address";
import { HookEvents } from "./hook-events";
import { HookMapping } from "./hook-mapping";

type BuyerHookSectionProps = { buyerId: number; mayEdit: boolean; timeZone: string };

/** The address at which a buyer says how its calls went: what to paste, how it is signed and read, what arrived. */
export function BuyerHookSection({ buyerId, mayEdit, timeZone }: BuyerHookSectionProps) {
  const { data: webhook, error, isPending } = useQuery(buyerWebhookQuery(buyerId));
  const save = useSaveWebhook(buyerId);
  const begin = () => save.mutate({}, { onError: (reason) => toast.error(refusalText(reason)) });
  return (
    <Section
      title="Webhook"
      aside={
        webhook && (
          <Status tone={webhook.paused ? "caution" : "positive"}>{webhook.paused ? "paused" : "takes posts"}</Status>
        )
      }
    >
      {isPending && <Skeleton className="h-16 w-full" />}
      {error && <p className="text-13 text-negative">{refusalText(error)}</p>}
      {webhook === null && (
        <div className="space-y-2 text-13 text-ink-muted">
          <p>This buyer has no address of its own yet. At one, its system can say how each call went.</p>
          {mayEdit && (
            <Button variant="primary" busy={save.isPending} onClick={begin}>
              Make an address
            </Button>
          )}
        </div>
      )}
      {webhook && (
        <div className="space-y-6">
          <HookAddress webhook={webhook} mayEdit={mayEdit} timeZone={timeZone} save={save} />
          <HookMapping key={JSON.stringify(webhook.fields)} webhook={webhook} mayEdit={mayEdit} save={save} />
          <HookEvents buyerId={buyerId} timeZone={timeZone} />
        </div>
      )}
    </Section>
  );
}
