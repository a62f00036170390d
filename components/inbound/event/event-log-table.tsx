import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { InboundEvent } from "@/lib/inbound/contract/event";
import { OutcomeStatus } from "./event-words";

type Sender = InboundEvent["sender"];

export function EventLogTable({ events, timeZone }: { events: readonly InboundEvent[]; timeZone: string }) {
  return (
    <Table caption="Events, newest first">
      <thead>
        <tr>
          <HeaderCell>Received</HeaderCell>
          <HeaderCell>Outcome</HeaderCell>
          <HeaderCell>Sender</HeaderCell>
          <HeaderCell className={WIDE}>Calls</HeaderCell>
          <HeaderCell className={WIDE}>Answer</HeaderCell>
          <HeaderCell>Problem and payload</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.id} className="align-top">
            <Cell className="py-2 text-ink-muted sm:whitespace-nowrap">
              <RelativeTime at={event.received_at} timeZone={timeZone} />
            </Cell>
            <Cell className="py-2">
              <OutcomeStatus outcome={event.outcome} />
            </Cell>
            <Cell className="py-2 sm:min-w-36">
              <SenderLink sender={event.sender} />
              <span className="block text-12 text-ink-muted">{SENDERS[event.sender.type]}</span>
            </Cell>
            <Cell className={clsx("whitespace-nowrap py-2", WIDE)}>
              <CallLinks ids={event.call_ids} />
            </Cell>
            <Cell className={clsx("whitespace-nowrap py-2 text-ink-muted", WIDE)}>
              {event.method} {event.answered}
            </Cell>
            <Cell className="min-w-28 py-2 sm:min-w-64 sm:max-w-md">
              <div className={FOLDED}>
                {event.method} {event.answered} <CallLinks ids={event.call_ids} />
              </div>
              {event.problem && <p>{event.problem}</p>}
              <Payload event={event} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const SENDERS: Record<Sender["type"], string> = {
  integration: "Integration",
  buyer: "Buyer webhook",
  api_key: "API key",
  secure_token: "Secure token",
};

function SenderLink({ sender: { type, id, name } }: { sender: Sender }) {
  if (type === "integration") return <TextLink href={`/integrations/${id}`}>{name}</TextLink>;
  if (type === "buyer") return <TextLink href={`/buyers/${id}/webhook`}>{name}</TextLink>;
  return <span>{name}</span>;
}

const CALLS_SHOWN = 3;

function CallLinks({ ids }: { ids: readonly number[] }) {
  const more = ids.length - CALLS_SHOWN;
  return (
    <ul>
      {ids.slice(0, CALLS_SHOWN).map((id) => (
        <li key={id}>
          <TextLink href={`/calls/${id}`}>Call {id}</TextLink>
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">and {more} more</li>}
    </ul>
  );
}

function Payload({ event: { payload } }: { event: InboundEvent }) {
  if (payload === null) return <p className="text-12 text-ink-muted">Your role can’t read payloads.</p>;
  if (payload === "") return null;
  return (
    <details className="text-12">
      <summary className="w-fit cursor-pointer rounded-sm py-0.5 text-ink-muted hover:text-ink pointer-coarse:py-2">
        Payload
      </summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        className="mt-1 max-h-64 overflow-auto whitespace-pre-wrap break-all rounded-md bg-sunken p-2 font-mono"
      >
        {payload}
      </pre>
    </details>
  );
}
