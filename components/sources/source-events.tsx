"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Loading } from "@/components/ui/loading";
import { Section } from "@/components/ui/section";
import { SelectInput } from "@/components/ui/select-input";
import { integrationEventsQuery, type Outcome } from "@/lib/inbound/client/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { EventsTable } from "./events-table";

type SourceEventsProps = { sourceId: number; timeZone: string };

const CHOICES = [
  { value: "all", label: "all events" },
  { value: "applied", label: "taken in" },
  { value: "repeated", label: "repeated" },
  { value: "ignored", label: "ignored" },
  { value: "waiting", label: "waiting" },
  { value: "refused", label: "refused" },
] as const satisfies readonly { value: Outcome | "all"; label: string }[];

/** What arrived, newest first; the newest page looks again by itself. */
export function SourceEvents({ sourceId, timeZone }: SourceEventsProps) {
  const [shown, setShown] = useState<Outcome | "all">("all");
  const query = useInfiniteQuery(integrationEventsQuery(sourceId, shown === "all" ? null : shown));
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Section
      title="Events"
      aside={<SelectInput aria-label="Show" value={shown} choices={CHOICES} onChange={setShown} className="w-36" />}
    >
      {query.isPending && <Loading label="Loading events…">{null}</Loading>}
      {query.isError && (
        <Alert tone="negative" title="The events could not be loaded">
          {refusalText(query.error)}
        </Alert>
      )}
      {query.isSuccess && events.length === 0 && (
        <p className="text-13 text-ink-muted">
          {shown === "all"
            ? "Nothing has arrived yet. Paste the address at the maker and make a test call: it appears here within seconds."
            : "There are no such events."}
        </p>
      )}
      {events.length > 0 && <EventsTable sourceId={sourceId} events={events} timeZone={timeZone} />}
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Older events
        </Button>
      )}
    </Section>
  );
}
