"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { OUTCOME_CHOICES } from "@/components/inbound/event/event-words";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Loading } from "@/components/ui/loading";
import { Section } from "@/components/ui/section";
import { SelectInput } from "@/components/ui/select-input";
import { integrationEventsQuery, type Outcome } from "@/lib/inbound/client/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { EventsTable } from "./events-table";

type IntegrationEventsProps = { integrationId: number; timeZone: string };

const CHOICES: readonly { readonly value: Outcome | "all"; readonly label: string }[] = [
  { value: "all", label: "All events" },
  ...OUTCOME_CHOICES,
];

/** Newest first. The newest page refreshes periodically. */
export function IntegrationEvents({ integrationId, timeZone }: IntegrationEventsProps) {
  const [shown, setShown] = useState<Outcome | "all">("all");
  const query = useInfiniteQuery(integrationEventsQuery(integrationId, shown === "all" ? null : shown));
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Section
      title="Events"
      aside={
        <SelectInput
          aria-label="Filter by outcome"
          value={shown}
          choices={CHOICES}
          onChange={setShown}
          className="w-36"
        />
      }
    >
      {query.isPending && <Loading label="Loading events…">{null}</Loading>}
      {query.isError && (
        <Alert tone="negative" title="Couldn’t load events">
          {refusalText(query.error)}
        </Alert>
      )}
      {query.isSuccess && events.length === 0 && (
        <p className="text-13 text-ink-muted">
          {shown === "all"
            ? "No events yet. Paste the webhook URL into the provider’s settings and make a test call. It appears here within seconds."
            : "No events with this outcome."}
        </p>
      )}
      {events.length > 0 && <EventsTable integrationId={integrationId} events={events} timeZone={timeZone} />}
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Older events
        </Button>
      )}
    </Section>
  );
}
