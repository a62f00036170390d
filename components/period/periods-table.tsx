import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { monthText } from "@/lib/base/month";
import type { Period } from "@/lib/period/contract";
import { NetAmount, type NetOf } from "./net-amount";
import { periodAddress } from "./period-address";
import { PeriodState } from "./period-state";

type PeriodsTableProps = { periods: readonly Period[]; currency: string; timeZone: string };

const SUMS: readonly { of: NetOf; label: string }[] = [
  { of: "revenue", label: "Revenue" },
  { of: "payout", label: "Payout" },
  { of: "margin", label: "Margin" },
];

/** On a phone state, entries and who closed it move under the month. */
export function PeriodsTable({ periods, currency, timeZone }: PeriodsTableProps) {
  const sums = SUMS.filter(({ of }) => periods.some((period) => period[of] !== undefined));
  return (
    <Table caption="Months, newest first">
      <thead>
        <tr>
          <HeaderCell>Month</HeaderCell>
          <HeaderCell className={WIDE}>State</HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            Entries
          </HeaderCell>
          {sums.map(({ of, label }) => (
            <HeaderCell key={of} align="end" currency={currency}>
              {label}
            </HeaderCell>
          ))}
          <HeaderCell className={clsx("pl-6", WIDE)}>Closed</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <Row key={period.month}>
            <Cell className="max-sm:w-full sm:whitespace-nowrap">
              <TextLink href={periodAddress(period.month)} prefetch={false} className="font-medium">
                {monthText(period.month)}
              </TextLink>
              <span className={FOLDED}>
                <PeriodState period={period} />
              </span>
              <span className={FOLDED}>
                {period.entries.toLocaleString("en-US")} {period.entries === 1 ? "entry" : "entries"}
              </span>
              {period.closed && (
                <span className={FOLDED}>
                  <ClosedBy closed={period.closed} timeZone={timeZone} />
                </span>
              )}
            </Cell>
            <Cell className={WIDE}>
              <PeriodState period={period} />
            </Cell>
            <Cell align="end" className={WIDE}>
              {period.entries.toLocaleString("en-US")}
            </Cell>
            {sums.map(({ of }) => (
              <Cell key={of} align="end" className="whitespace-nowrap">
                <NetAmount of={of} amount={period[of]} />
              </Cell>
            ))}
            <Cell className={clsx("whitespace-nowrap pl-6 text-12 text-ink-muted", WIDE)}>
              {period.closed && <ClosedBy closed={period.closed} timeZone={timeZone} />}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function ClosedBy({ closed: { by, at }, timeZone }: { closed: NonNullable<Period["closed"]>; timeZone: string }) {
  return (
    <>
      {by.name}, <RelativeTime at={at} timeZone={timeZone} />
    </>
  );
}
