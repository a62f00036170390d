import { useQuery } from "@tanstack/react-query";
import { OutcomeStatus } from "@/components/inbound/event/event-words";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { buyerWebhookEventsQuery } from "@/lib/inbound/client/webhook";
import type { BuyerWebhookEvent } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";

const SIGNATURES: Readonly<Record<string, string>> = {
  valid: "valid signature",
  missing: "no signature",
  wrong: "invalid signature",
  too_old: "expired signature",
  not_checked: "signature not checked",
};

export function WebhookEvents({ buyerId, timeZone }: { buyerId: number; timeZone: string }) {
  const { data: events, error } = useQuery(buyerWebhookEventsQuery(buyerId));
  return (
    <div className="text-13">
      <h3 className="mb-1 font-medium">Recent events</h3>
      {error && <p className="text-negative">{refusalText(error)}</p>}
      {events?.length === 0 && <p className="text-ink-muted">No events yet.</p>}
      <ol>
        {events?.map((event) => (
          <EventRow key={event.id} event={event} timeZone={timeZone} />
        ))}
      </ol>
    </div>
  );
}

function EventRow({ event, timeZone }: { event: BuyerWebhookEvent; timeZone: string }) {
  return (
    <li className="border-b py-2 last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <RelativeTime at={event.received_at} timeZone={timeZone} className="text-12 text-ink-muted" />
        <OutcomeStatus outcome={event.outcome} />
        <span className="text-12 text-ink-muted">
          HTTP {event.answered}, {SIGNATURES[event.signature] ?? event.signature}
        </span>
        {event.call_id !== null && <TextLink href={`/calls/${event.call_id}`}>Call {event.call_id}</TextLink>}
      </p>
      {event.problem && <p className="text-12 text-ink-muted">{event.problem}</p>}
      {event.payload && (
        <details className="text-12">
          <summary className="w-fit cursor-pointer rounded-sm py-0.5 text-ink-muted hover:text-ink">Payload</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <pre tabIndex={0} className="mt-1 max-h-48 overflow-auto rounded-md bg-sunken p-2 font-mono">
            {event.payload}
          </pre>
        </details>
      )}
    </li>
  );
}
