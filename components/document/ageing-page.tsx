import clsx from "clsx";
import { accountAddress } from "@/components/party/party-address";
import { shortDayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AgeingAnswer, AgeingTotals } from "@/lib/document/contract";

const COLUMNS = [
  ["not_due", "Not due"],
  ["days_1_30", "1–30 days"],
  ["days_31_60", "31–60 days"],
  ["days_61_90", "61–90 days"],
  ["over_90", "Over 90 days"],
  ["unapplied", "Unapplied"],
  ["not_on_statement", "Not on a statement"],
  ["balance", "Total"],
] as const;

const isZero = (amount: string) => /^-?[0.]+$/.test(amount);

export function AgeingPage({ buyers, totals, currency, as_of }: Omit<AgeingAnswer, "status">) {
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="mr-auto font-semibold text-20">Aging</h1>
        <p className="text-13 text-ink-muted">
          {currency}, as of {shortDayText(as_of)}
        </p>
        {buyers.length > 0 && (
          <a
            href="/api/v1/billing/ageing.csv"
            download
            className="rounded-sm text-13 text-accent underline decoration-from-font underline-offset-3 hover:text-accent-strong"
          >
            Download CSV
          </a>
        )}
      </div>
      {buyers.length === 0 ? (
        <EmptyState title="No outstanding balances">
          <p>Buyers appear here after a rollup charges them, until they pay.</p>
        </EmptyState>
      ) : (
        <Table caption="Receivables from buyers by age">
          <thead>
            <tr>
              <HeaderCell>Buyer</HeaderCell>
              <HeaderCell align="end">Overdue</HeaderCell>
              {COLUMNS.map(([name, label]) => (
                <HeaderCell key={name} align="end" className={name === "balance" ? undefined : WIDE}>
                  {label}
                </HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {buyers.map(({ buyer, ...aged }) => (
              <Row key={buyer.id}>
                <Cell className="max-sm:w-full sm:min-w-36">
                  <TextLink href={`${accountAddress({ type: "buyer", id: buyer.id })}/documents`} prefetch={false}>
                    {buyer.name}
                  </TextLink>
                  <FoldedAmounts aged={aged} />
                </Cell>
                <Cell align="end" className="whitespace-nowrap">
                  <Overdue amount={aged.overdue} />
                </Cell>
                <Amounts aged={aged} />
              </Row>
            ))}
          </tbody>
          <tfoot className="border-t font-medium">
            <tr className="h-row">
              <Cell>
                All buyers
                <FoldedAmounts aged={totals} />
              </Cell>
              <Cell align="end" className="whitespace-nowrap">
                <Overdue amount={totals.overdue} />
              </Cell>
              <Amounts aged={totals} />
            </tr>
          </tfoot>
        </Table>
      )}
    </>
  );
}

function Overdue({ amount }: { amount: string }) {
  if (isZero(amount)) return <span className="text-ink-muted">none</span>;
  const givesBack = amount.startsWith("-");
  return (
    <Status tone={givesBack ? "caution" : "negative"}>
      {givesBack ? "credit " : <span className="sr-only">overdue </span>}
      <Money amount={amount.replace(/^-/, "")} />
    </Status>
  );
}

function Amounts({ aged }: { aged: AgeingTotals }) {
  return COLUMNS.map(([name]) => (
    <Cell key={name} align="end" className={clsx(isZero(aged[name]) && "text-ink-muted", name !== "balance" && WIDE)}>
      <Money amount={aged[name]} />
    </Cell>
  ));
}

/** On a phone only overdue and total keep their columns; the ages that have an amount stand under the buyer. */
function FoldedAmounts({ aged }: { aged: AgeingTotals }) {
  return COLUMNS.filter(([name]) => name !== "balance" && !isZero(aged[name])).map(([name, label]) => (
    <span key={name} className={FOLDED}>
      {label} <Money amount={aged[name]} />
    </span>
  ));
}
