import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { BuyerWebhookSection } from "@/components/inbound/webhook/buyer-webhook-section";
import { NoAccess } from "@/components/ui/no-access";
import { buyerWebhookQuery } from "@/lib/inbound/client/webhook";
import { getBuyerWebhook } from "@/lib/inbound/get-buyer-webhook";
import { readBooks } from "../../../billing/read-books";
import { openParty, type PartyParams } from "../read-party";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookOfBuyer({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openParty(params, { path: "/webhook", kinds: ["buyer"] });
  const { value: webhook, needs } = await readBooks(async () => getBuyerWebhook(ctx, owner.id));
  if (webhook === undefined) return <NoAccess to="webhooks" permission={needs} />;
  const queryClient = new QueryClient();
  queryClient.setQueryData(buyerWebhookQuery(owner.id).queryKey, webhook);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <BuyerWebhookSection
        key={owner.id}
        buyerId={owner.id}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
      />
    </HydrationBoundary>
  );
}
