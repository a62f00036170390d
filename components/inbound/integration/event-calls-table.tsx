import { stateText } from "@/components/inbound/event/event-words";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EventCall } from "@/lib/inbound/contract/integration";

export function EventCallsTable({ calls }: { calls: readonly EventCall[] }) {
  if (calls.length === 0) return <p className="text-13 text-ink-muted">No calls were created or updated.</p>;
  return (
    <Table caption="Calls of this event">
      <thead>
        <tr>
          <HeaderCell>Call</HeaderCell>
          <HeaderCell>Result</HeaderCell>
          <HeaderCell>Reported fields</HeaderCell>
          <HeaderCell>Provider call ID</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={`${call.call_key} ${call.event_key}`}>
            <Cell>
              {call.call_id === null ? (
                <span className="text-ink-muted">no call yet</span>
              ) : (
                <TextLink href={`/calls/${call.call_id}`}>Call {call.call_id}</TextLink>
              )}
            </Cell>
            <Cell className="min-w-36">
              {stateText(call)}
              {call.problem && <span className="block text-negative">{call.problem}</span>}
            </Cell>
            <Cell className="min-w-44 text-ink-muted">{call.reported.map(words).join(", ")}</Cell>
            <Cell className="font-mono text-12 text-ink-muted">{call.call_key}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** `startedAt` → "started at". */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
