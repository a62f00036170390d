import { stateText } from "@/components/inbound/event/event-words";
import { TextLink } from "@/components/ui/text-link";
import type { EventCall } from "@/lib/inbound/contract/integration";

type EventCallsProps = { calls: readonly EventCall[]; atMost: number };

export function EventCalls({ calls, atMost }: EventCallsProps) {
  if (calls.length === 0) return <span className="text-ink-muted">no calls</span>;
  const more = calls.length - atMost;
  return (
    <ul>
      {calls.slice(0, atMost).map((call) => (
        <li key={`${call.call_key} ${call.event_key}`}>
          {call.call_id === null ? (
            <span className="break-all font-mono text-12">{call.call_key}</span>
          ) : (
            <TextLink href={`/calls/${call.call_id}`}>Call {call.call_id}</TextLink>
          )}{" "}
          <span className="text-ink-muted">{stateText(call)}</span>
        </li>
      ))}
      {more > 0 && <li className="text-ink-muted">and {more} more</li>}
    </ul>
  );
}
