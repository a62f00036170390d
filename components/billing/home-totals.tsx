import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { BillingHome } from "@/lib/contracts/billing-home";
import { balanceWord } from "./balance-word";

/** What matters in one line: the period against the one before, what is owed, what is pending. */
export function HomeTotals({ billing, before }: { billing: BillingHome; before: string }) {
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
        <Figure
          label={`Buyers ${balanceWord("buyer", buyers.balance).replace("owes", "owe")}`}
          amount={buyers.balance}
          currency={currency}
        >
          <Pending {...buyers.pending} />
        </Figure>
      )}
      {traffic_sources && (
        <Figure
          label={`Sources: ${balanceWord("traffic_source", traffic_sources.balance).replace("owes", "owe")}`}
          amount={traffic_sources.balance}
          currency={currency}
        >
          <Pending {...traffic_sources.pending} />
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

function Pending({ amount, entries }: { amount: string; entries: number }) {
  if (entries === 0) return <>nothing pending</>;
  return (
    <Status tone="pending">
      pending <Money amount={amount} plus />
    </Status>
  );
}
