import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventDetail } from "@/components/inbound/integration/event-detail";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { integrationEventQuery } from "@/lib/inbound/client/integration";
import { getEvent } from "@/lib/inbound/integration-events";
import { getIntegration } from "@/lib/inbound/read-integration";
import { readSettings } from "../../../../buyers/read-settings";

type EventPageProps = { params: Promise<{ id: string; event_id: string }> };

export const metadata: Metadata = { title: "Event" };

const NUMBER = /^[1-9][0-9]{0,14}$/;

export default async function EventPage({ params }: EventPageProps) {
  const { id, event_id } = await params;
  const ctx = await requireContext(`/integrations/${encodeURIComponent(id)}/events/${encodeURIComponent(event_id)}`);
  if (!NUMBER.test(id) || !NUMBER.test(event_id)) notFound();
  const [integrationId, eventId] = [Number(id), Number(event_id)];
  const read = await readSettings(() =>
    Promise.all([getIntegration(ctx, integrationId), getEvent(ctx, integrationId, eventId)]),
  );
  if (!read) return <NoAccess to="integration events" permission="settings: read" />;
  const [{ integration }, event] = read;
  const queryClient = new QueryClient();
  queryClient.setQueryData(integrationEventQuery(integrationId, eventId).queryKey, event);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EventDetail
        key={eventId}
        integration={integration}
        eventId={eventId}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
      />
    </HydrationBoundary>
  );
}
