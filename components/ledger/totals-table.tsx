import { Money } from "@/components/ui/money";
import type { BillingTotals, TotalsLine } from "./billing-totals";

const LINES: readonly { name: keyof TotalsLine; label: string }[] = [
  { name: "buyerOwes", label: "Buyer owes" },
  { name: "sourceEarned", label: "Traffic source earned" },
  { name: "profit", label: "Profit before call costs" },
];

export function TotalsTable({ totals, currency }: { totals: BillingTotals; currency: string }) {
  const { posted, afterNextRollup } = totals;
  return (
    <table className="mt-3 text-13">
      <caption className="sr-only">Totals of these entries in {currency}</caption>
      <thead className={afterNextRollup ? "text-12 text-ink-muted" : "sr-only"}>
        <tr>
          <td />
          <th scope="col" className="pl-6 text-right font-medium">
            posted
          </th>
          {afterNextRollup && (
            <th scope="col" className="pl-6 text-right font-medium">
              after the next rollup
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ name, label }) => (
          <tr key={name} className="last:font-medium">
            <th scope="row" className="py-0.5 text-left font-normal text-ink-muted">
              {label}
            </th>
            <td className="pl-6 text-right">
              <Money amount={posted[name]} currency={currency} />
            </td>
            {afterNextRollup && (
              <td className="pl-6 text-right">
                <Money amount={afterNextRollup[name]} currency={currency} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
