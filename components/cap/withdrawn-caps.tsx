import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { CapKind } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { capTitle } from "./cap-words";

type WithdrawnCapsProps = { caps: readonly Cap[]; kind: CapKind; timeZone: string };

export function WithdrawnCaps({ caps, kind, timeZone }: WithdrawnCapsProps) {
  if (caps.length === 0) return null;
  return (
    <details className="mt-6 text-13">
      <summary className="w-fit rounded-sm py-1 text-ink-muted hover:text-ink">
        {caps.length === 1 ? "1 withdrawn cap" : `${caps.length} withdrawn caps`}
      </summary>
      <Table caption="Withdrawn caps, newest first">
        <thead>
          <tr>
            <HeaderCell>Cap</HeaderCell>
            <HeaderCell align="end">Limit</HeaderCell>
            <HeaderCell>Offer</HeaderCell>
            <HeaderCell>From</HeaderCell>
            <HeaderCell>To</HeaderCell>
            <HeaderCell>Created by</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {caps.map((cap) => (
            <Row key={cap.id}>
              <Cell>{capTitle(cap, kind)}</Cell>
              <Cell align="end">{cap.limit ?? ""}</Cell>
              <Cell>{cap.offer?.name ?? "all offers"}</Cell>
              <Cell className="whitespace-nowrap text-ink-muted">
                <RelativeTime at={cap.created_at} timeZone={timeZone} />
              </Cell>
              <Cell className="whitespace-nowrap text-ink-muted">
                {cap.withdrawn_at && <RelativeTime at={cap.withdrawn_at} timeZone={timeZone} />}
              </Cell>
              <Cell>{cap.by ?? ""}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
