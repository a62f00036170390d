import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EventLog } from "@/components/inbound/event/event-log";
import { eventLogAddress, readEventLogView } from "@/components/inbound/event/event-log-address";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listEventLog } from "@/lib/inbound/list-event-log";
import { readSettings } from "../../buyers/read-settings";

type EventLogPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Event log" };

export default async function EventLogPage({ searchParams }: EventLogPageProps) {
  const view = readEventLogView(await searchParams);
  const { cursor, ...filters } = view;
  const ctx = await requireContext(eventLogAddress(view));
  const read = await readSettings(() => listEventLog(ctx, view)).catch((reason: unknown) => {
    // An invalid cursor shows the newest page.
    if (reason instanceof Invalid && cursor !== undefined) redirect(eventLogAddress(filters));
    throw reason;
  });
  if (!read) return <NoAccess to="the event log" permission="settings: read" />;
  return <EventLog events={read.events} nextCursor={read.next_cursor} view={view} timeZone={ctx.company.timeZone} />;
}
