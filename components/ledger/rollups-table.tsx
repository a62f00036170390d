import clsx from "clsx";
import { CopyId } from "@/components/ui/copy-id";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Rollup } from "@/lib/ledger/contract/rollup";
import { durationText, rollupWords } from "./rollup-words";

type RollupsTableProps = { rollups: readonly Rollup[]; currency: string; timeZone: string };

const DIGITS_SHOWN = 10;

/** On a phone type and entries move under the time; duration and seal are on the rollup’s page. */
export function RollupsTable({ rollups, currency, timeZone }: RollupsTableProps) {
  const showsRevenue = rollups.some(({ revenue }) => revenue !== undefined);
  const showsPayout = rollups.some(({ payout }) => payout !== undefined);
  return (
    <Table caption="Rollups, newest first">
      <thead>
        <tr>
          <HeaderCell>Rollup</HeaderCell>
          <HeaderCell>Time</HeaderCell>
          <HeaderCell className={clsx("w-full", WIDE)}>Type</HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            Entries
          </HeaderCell>
          {showsRevenue && (
            <HeaderCell align="end" currency={currency}>
              Revenue
            </HeaderCell>
          )}
          {showsPayout && (
            <HeaderCell align="end" currency={currency}>
              Payout
            </HeaderCell>
          )}
          <HeaderCell align="end" className={WIDE}>
            Duration
          </HeaderCell>
          <HeaderCell className={WIDE}>Seal</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {rollups.map((rollup) => (
          <Row key={rollup.id}>
            <Cell>
              <TextLink href={`/billing/rollups/${rollup.id}`} prefetch={false}>
                {rollup.id}
              </TextLink>
            </Cell>
            <Cell className="text-ink-muted max-sm:w-full sm:whitespace-nowrap">
              <RelativeTime at={rollup.posted_at} timeZone={timeZone} />
              <span className={FOLDED}>
                {rollupWords(rollup)}
                {rollup.entries > 0 && ` (${rollup.entries})`}
              </span>
            </Cell>
            <Cell className={clsx("whitespace-nowrap", WIDE)}>{rollupWords(rollup)}</Cell>
            <Cell align="end" className={WIDE}>
              {rollup.entries}
            </Cell>
            {showsRevenue && (
              <Cell align="end">
                <Money amount={rollup.revenue ?? ""} />
              </Cell>
            )}
            {showsPayout && (
              <Cell align="end">
                <Money amount={rollup.payout ?? ""} />
              </Cell>
            )}
            <Cell align="end" className={clsx("whitespace-nowrap text-ink-muted", WIDE)}>
              {durationText(rollup.duration_ms)}
            </Cell>
            <Cell className={WIDE}>
              <CopyId value={rollup.digest} label={`Copy the seal of rollup ${rollup.id}:`}>
                {rollup.digest.slice(0, DIGITS_SHOWN)}
              </CopyId>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
