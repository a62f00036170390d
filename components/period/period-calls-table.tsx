import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PeriodCall } from "@/lib/period/contract";

type PeriodCallsTableProps = { caption: string; calls: readonly PeriodCall[]; currency: string; timeZone: string };

/** On a phone caller, buyer and traffic source move under the call and its start. */
export function PeriodCallsTable({ caption, calls, currency, timeZone }: PeriodCallsTableProps) {
  const shows = (field: keyof PeriodCall) => calls.some((call) => call[field] !== undefined);
  return (
    <Table caption={`${caption}, newest call first`}>
      <thead>
        <tr>
          <HeaderCell>Call</HeaderCell>
          <HeaderCell className={WIDE}>Started</HeaderCell>
          <HeaderCell className={WIDE}>Buyer</HeaderCell>
          {shows("traffic_source") && <HeaderCell className={WIDE}>Traffic source</HeaderCell>}
          {shows("revenue") && (
            <HeaderCell align="end" currency={currency}>
              Revenue
            </HeaderCell>
          )}
          {shows("payout") && (
            <HeaderCell align="end" currency={currency}>
              Payout
            </HeaderCell>
          )}
        </tr>
      </thead>
      <tbody>
        {calls.map(({ id, caller, started_at, buyer, traffic_source, revenue, payout }) => (
          <Row key={id}>
            <Cell className="max-sm:w-full sm:whitespace-nowrap">
              <TextLink href={`/calls/${id}`} prefetch={false} aria-label={`Call ${id}`}>
                {id}
              </TextLink>
              {caller && <span className="ml-2 text-12 text-ink-muted">{caller}</span>}
              <span className={FOLDED}>
                <RelativeTime at={started_at} timeZone={timeZone} />
              </span>
              <span className={FOLDED}>
                {shows("traffic_source") && `${traffic_source?.name ?? "no traffic source"} → `}
                {buyer?.name ?? "no buyer"}
              </span>
            </Cell>
            <Cell className={clsx("whitespace-nowrap text-ink-muted", WIDE)}>
              <RelativeTime at={started_at} timeZone={timeZone} />
            </Cell>
            <Cell className={WIDE}>{buyer?.name ?? "none"}</Cell>
            {shows("traffic_source") && <Cell className={WIDE}>{traffic_source?.name ?? "none"}</Cell>}
            {shows("revenue") && <Cell align="end">{revenue !== undefined && <Money amount={revenue} />}</Cell>}
            {shows("payout") && <Cell align="end">{payout !== undefined && <Money amount={payout} />}</Cell>}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
