import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeliveryDetail } from "@/components/outbound/delivery-detail";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { isUuid, parseId } from "@/lib/base/ids";
import { deliveryQuery } from "@/lib/outbound/client";
import { getDelivery } from "@/lib/outbound/list-deliveries";
import { getWebhookEndpoint } from "@/lib/outbound/read-endpoints";
import { readBooks } from "../../../../../billing/read-books";

export const metadata: Metadata = { title: "Delivery" };

type DeliveryPageProps = { params: Promise<{ id: string; delivery_id: string }> };

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const { id, delivery_id } = await params;
  const ctx = await requireContext(`/settings/webhooks/${encodeURIComponent(id)}`);
  const endpointId = parseId(id);
  if (endpointId === null || !isUuid(delivery_id)) notFound();
  const { value, needs } = await readBooks(() =>
    Promise.all([getWebhookEndpoint(ctx, endpointId), getDelivery(ctx, endpointId, delivery_id)]),
  );
  if (value === undefined) return <NoAccess to="deliveries" permission={needs} />;
  const [endpoint, delivery] = value;
  const queryClient = new QueryClient();
  queryClient.setQueryData(deliveryQuery(endpointId, delivery_id).queryKey, delivery);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DeliveryDetail
        key={delivery_id}
        endpoint={endpoint}
        deliveryId={delivery_id}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
      />
    </HydrationBoundary>
  );
}
