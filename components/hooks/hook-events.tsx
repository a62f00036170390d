import { useQuery } from "@tanstack/react-query";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { buyerWebhookEventsQuery } from "@/lib/inbound/client/webhook";
import type { BuyerWebhookEvent } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";

const TONES: Readonly<Record<string, Tone>> = {
  taken: "positive",
  repeated: "neutral",
  ignored: "neutral",
  waiting: "caution",
  refused: "negative",
};
const SIGNATURES: Readonly<Record<string, string>> = {
  valid: "signature valid",
  missing: "no signature",
  wrong: "signature wrong",
  too_old: "timestamp too old",
  not_checked: "not signed",
};

/** What arrived last, and what became of it. */
export function HookEvents({ buyerId, timeZone }: { buyerId: number; timeZone: string }) {
  const { data: events, error } = useQuery(buyerWebhookEventsQuery(buyerId));
  return (
    <div className="text-13">
      <h3 className="mb-1 font-medium">What arrived last</h3>
      {error && <p className="text-negative">{refusalText(error)}</p>}
      {events?.length === 0 && <p className="text-ink-muted">Nothing yet.</p>}
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
        <Status tone={TONES[event.outcome] ?? "neutral"}>{event.outcome}</Status>
        <span className="text-12 text-ink-muted">
          {event.answered}, {SIGNATURES[event.signature] ?? event.signature}
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
