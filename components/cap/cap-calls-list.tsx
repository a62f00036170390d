"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { type CapKind, capCallsQuery } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { capTitle, moneyWord } from "./cap-words";

type CapCallsListProps = { kind: CapKind; partyId: number; cap: Cap; timeZone: string };

export function CapCallsList({ kind, partyId, cap, timeZone }: CapCallsListProps) {
  const calls = useInfiniteQuery(capCallsQuery(kind, partyId, cap.id));
  if (calls.isPending) return <p className="mt-2 text-13 text-ink-muted">Loading…</p>;
  if (calls.isError) return <p className="mt-2 text-13 text-negative">{refusalText(calls.error)}</p>;
  const shown = calls.data.pages.flatMap((page) => page.calls);
  if (shown.length === 0)
    return <p className="mt-2 text-13 text-ink-muted">No calls count toward this cap right now.</p>;
  const word = moneyWord(kind);
  const side = kind === "buyers" ? "buyer" : "offer";
  return (
    <div className="mt-2">
      <Table caption={`Calls counted now: ${capTitle(cap, kind)}`}>
        <thead>
          <tr>
            <HeaderCell>Call</HeaderCell>
            <HeaderCell>Start</HeaderCell>
            <HeaderCell>Offer</HeaderCell>
            <HeaderCell align="end">{word === "revenue" ? "Revenue" : "Payout"}</HeaderCell>
            <HeaderCell>State</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {shown.map((call) => (
            <Row key={call.id}>
              <Cell>
                <TextLink href={`/calls/${call.id}`} prefetch={false} className="font-mono text-12">
                  {call.id}
                </TextLink>
              </Cell>
              <Cell className="whitespace-nowrap text-ink-muted">
                <RelativeTime at={call.started_at} timeZone={timeZone} />
              </Cell>
              <Cell>{call.offer.name}</Cell>
              <Cell align="end">{call[word] === undefined ? "" : <Money amount={call[word]} />}</Cell>
              <Cell>{call.over_cap?.includes(side) && <Badge tone="caution">over the cap</Badge>}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {calls.hasNextPage && (
        <Button size="sm" className="mt-2" busy={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
          Older
        </Button>
      )}
    </div>
  );
}
