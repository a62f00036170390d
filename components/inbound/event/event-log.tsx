import { EmptyState } from "@/components/ui/empty-state";
import { FilterChoice } from "@/components/ui/filter-choice";
import { FilterForm } from "@/components/ui/filter-form";
import { OlderPages } from "@/components/ui/older-pages";
import type { InboundEvent } from "@/lib/inbound/contract/event";
import { type EventLogView, eventLogAddress } from "./event-log-address";
import { EventLogTable } from "./event-log-table";
import { OUTCOME_CHOICES } from "./event-words";
import { InboundTabs } from "./inbound-tabs";

type EventLogProps = {
  events: readonly InboundEvent[];
  nextCursor: string | null;
  view: EventLogView;
  timeZone: string;
};

export function EventLog({ events, nextCursor, view, timeZone }: EventLogProps) {
  const { cursor, ...filters } = view;
  return (
    <>
      <h1 className="mb-4 font-semibold text-20">Event log</h1>
      <InboundTabs />
      <p className="mb-4 max-w-prose text-13 text-ink-muted">
        Everything that integrations and buyer webhooks sent, and every rejected or held request of a secure token or an
        API key that records calls.
      </p>
      <FilterForm
        action="/integrations/events"
        label="Filter events"
        all={filters.outcome === undefined ? null : eventLogAddress({})}
      >
        <FilterChoice
          label="Outcome"
          name="outcome"
          value={filters.outcome}
          all="All outcomes"
          choices={OUTCOME_CHOICES}
        />
      </FilterForm>
      {events.length > 0 ? (
        <EventLogTable events={events} timeZone={timeZone} />
      ) : (
        <NoEvents filtered={filters.outcome !== undefined} />
      )}
      <OlderPages
        first={cursor === undefined ? null : { href: eventLogAddress(filters), label: "Newest" }}
        next={
          nextCursor === null ? null : { href: eventLogAddress({ ...filters, cursor: nextCursor }), label: "Older" }
        }
      />
    </>
  );
}

function NoEvents({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="No events with this outcome">
      <p>Choose another outcome, or choose “Clear filters”.</p>
    </EmptyState>
  ) : (
    <EmptyState title="No events yet">
      <p>Create an integration or a buyer’s webhook and send a test. Its event appears here at once.</p>
    </EmptyState>
  );
}
