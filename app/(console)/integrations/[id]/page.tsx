import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IntegrationDetail } from "@/components/inbound/integration/integration-detail";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { integrationEventsQuery, integrationQuery } from "@/lib/inbound/client/integration";
import { listEvents } from "@/lib/inbound/integration-events";
import { getIntegration } from "@/lib/inbound/read-integration";
import { readSettings } from "../../buyers/read-settings";

type SourcePageProps = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Integration" };

export default async function SourcePage({ params }: SourcePageProps) {
  const { id } = await params;
  const ctx = await requireContext(`/integrations/${encodeURIComponent(id)}`);
  if (!/^[1-9][0-9]{0,14}$/.test(id)) notFound();
  const integrationId = Number(id);
  const read = await readSettings(() =>
    Promise.all([getIntegration(ctx, integrationId), listEvents(ctx, integrationId, {})]),
  );
  if (!read) return <NoAccess to="integrations" permission="settings: read" />;
  const [{ integration, provider }, { events, next_cursor }] = read;
  const queryClient = new QueryClient();
  queryClient.setQueryData(integrationQuery(integrationId).queryKey, integration);
  queryClient.setQueryData(integrationEventsQuery(integrationId, null).queryKey, {
    pages: [{ status: 200, events, metadata: { next_cursor } }],
    pageParams: [null],
  });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <IntegrationDetail
        key={integrationId}
        integrationId={integrationId}
        provider={provider}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
      />
    </HydrationBoundary>
  );
}
