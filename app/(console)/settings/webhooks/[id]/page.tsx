import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EndpointDetail } from "@/components/outbound/endpoint-detail";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { parseId } from "@/lib/base/ids";
import { deliveriesQuery, endpointQuery } from "@/lib/outbound/client";
import { listDeliveries } from "@/lib/outbound/list-deliveries";
import { getWebhookEndpoint } from "@/lib/outbound/read-endpoints";
import { readSettings } from "../../../buyers/read-settings";

export const metadata: Metadata = { title: "Webhook" };

export default async function Webhook({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireContext(`/settings/webhooks/${encodeURIComponent(id)}`);
  const endpointId = parseId(id) ?? notFound();
  const read = await readSettings(() =>
    Promise.all([getWebhookEndpoint(ctx, endpointId), listDeliveries(ctx, endpointId, {})]),
  );
  if (!read) return <NoAccess to="webhooks" permission="settings: read" />;
  const [endpoint, { deliveries, next_cursor }] = read;
  const queryClient = new QueryClient();
  queryClient.setQueryData(endpointQuery(endpointId).queryKey, endpoint);
  queryClient.setQueryData(deliveriesQuery(endpointId, null).queryKey, {
    pages: [{ status: 200, deliveries, metadata: { next_cursor } }],
    pageParams: [null],
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EndpointDetail
        key={endpointId}
        endpointId={endpointId}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
      />
    </HydrationBoundary>
  );
}
