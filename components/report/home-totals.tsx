import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { BillingHome } from "@/lib/report/contract";

/** `asOf` dates the balances; null means now. */
type HomeTotalsProps = { billing: BillingHome; before: string; asOf: string | null };

export function HomeTotals({ billing, before, asOf }: HomeTotalsProps) {
  const { totals, buyers, traffic_sources, currency } = billing;
  const compared = [
    { label: "Revenue", figures: totals.revenue },
    { label: "Payout", figures: totals.payout },
    { label: "Margin", figures: totals.margin },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
      {compared.map(
        ({ label, figures }) =>
          figures && (
            <Figure key={label} label={label} amount={figures.period} currency={currency}>
              {before} <Money amount={figures.previous} />
            </Figure>
          ),
      )}
      {buyers && (
        <Figure label="Receivable from buyers" amount={buyers.balance} currency={currency}>
          <Pending {...buyers.pending} asOf={asOf} />
        </Figure>
      )}
      {traffic_sources && (
        <Figure label="Payable to traffic sources" amount={traffic_sources.balance} currency={currency}>
          <Pending {...traffic_sources.pending} asOf={asOf} />
        </Figure>
      )}
    </dl>
  );
}

type FigureProps = { label: string; amount: string; currency: string; children: React.ReactNode };

function Figure({ label, amount, currency, children }: FigureProps) {
  return (
    <div>
      <dt className="text-13 text-ink-muted">{label}</dt>
      <dd>
        <Money amount={amount} currency={currency} className="font-semibold text-20" />
        <span className="block text-12 text-ink-muted">{children}</span>
      </dd>
    </div>
  );
}

function Pending({ amount, entries, asOf }: { amount: string; entries: number; asOf: string | null }) {
  const word = asOf === null ? "pending" : "pending now";
  return (
    <>
      {asOf && <span className="block">{asOf}</span>}
      {entries === 0 ? (
        `nothing ${word}`
      ) : (
        <Status tone="pending">
          {word} <Money amount={amount} plus />
        </Status>
      )}
    </>
  );
}
