import clsx from "clsx";
import { OutcomeStatus, SignatureStatus } from "@/components/inbound/event/event-words";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { IntegrationEvent } from "@/lib/inbound/contract/integration";
import { EventCalls } from "./event-calls";

type EventsTableProps = { integrationId: number; events: readonly IntegrationEvent[]; timeZone: string };

const CALLS_A_ROW = 2;

export function EventsTable({ integrationId, events, timeZone }: EventsTableProps) {
  return (
    <Table caption="Events, newest first">
      <thead>
        <tr>
          <HeaderCell>Event</HeaderCell>
          <HeaderCell>Received</HeaderCell>
          <HeaderCell className={WIDE}>Signature</HeaderCell>
          <HeaderCell>Outcome</HeaderCell>
          <HeaderCell>Calls</HeaderCell>
          <HeaderCell className={WIDE}>Details</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell>
              <TextLink
                href={`/integrations/${integrationId}/events/${event.id}`}
                prefetch={false}
                aria-label={`Event ${event.id}`}
                className="inline-block font-mono text-12"
              >
                {event.id}
              </TextLink>
            </Cell>
            <Cell className="whitespace-nowrap text-ink-muted">
              <RelativeTime at={event.received_at} timeZone={timeZone} />
            </Cell>
            <Cell className={WIDE}>
              <SignatureStatus signature={event.signature} />
            </Cell>
            <Cell>
              <OutcomeStatus outcome={event.outcome} />
            </Cell>
            <Cell className="sm:min-w-44">
              <EventCalls calls={event.calls} atMost={CALLS_A_ROW} />
              <span className={FOLDED}>{event.problem}</span>
            </Cell>
            <Cell className={clsx("min-w-48 text-ink-muted", WIDE)}>{event.problem ?? ""}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
