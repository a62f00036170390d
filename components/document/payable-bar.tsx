"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { moneyText } from "@/components/ui/money-text";
import { payableQuery } from "@/lib/document/client";
import type { Payable } from "@/lib/document/contract";

const WHY: Readonly<Record<string, (payable: Payable) => string>> = {
  nothing_earned: () => "No earnings yet.",
  on_hold: ({ hold_days }) => `All earnings are on hold. Payouts are released ${hold_days} days after booking.`,
  below_minimum: ({ released, minimum_payment }) =>
    `${released} is released. The minimum payment is ${minimum_payment}.`,
  paid_ahead: () => "More has been paid than released so far.",
  all_paid: () => "All released earnings are paid.",
};

type PayableBarProps = { trafficSourceId: number; mayPay: boolean; onPay: (amount: string) => void };

export function PayableBar({ trafficSourceId, mayPay, onPay }: PayableBarProps) {
  const { data: payable } = useSuspenseQuery(payableQuery(trafficSourceId));
  const { earned, held, paid, currency, why } = payable;
  const parts = [
    { label: "Paid", amount: paid, fill: "bg-positive" },
    { label: "Held", amount: held, fill: "bg-caution" },
    { label: "Payable", amount: payable.payable, fill: "bg-accent" },
  ] as const;
  return (
    <section aria-label="Payable" className="mb-8">
      <div aria-hidden="true" className="mb-3 flex h-2 overflow-hidden rounded-sm bg-sunken">
        {parts.map(({ label, amount, fill }) => (
          <span key={label} className={fill} style={{ flexBasis: `${shareOf(amount, earned)}%` }} />
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-13">
          <div>
            <dt className="text-ink-muted">Earned</dt>
            <dd>
              <Money amount={earned} currency={currency} className="font-medium" />
            </dd>
          </div>
          {parts.map(({ label, amount, fill }) => (
            <div key={label}>
              <dt className="flex items-center gap-1.5 text-ink-muted">
                <span aria-hidden="true" className={`size-2 rounded-sm ${fill}`} />
                {label}
              </dt>
              <dd>
                <Money amount={amount} currency={currency} className="font-medium" />
              </dd>
            </div>
          ))}
        </dl>
        {mayPay && why === null && (
          <Button variant="primary" className="ml-auto" onClick={() => onPay(payable.payable)}>
            Pay {currency} {moneyText(payable.payable)}
          </Button>
        )}
      </div>
      {why !== null && <p className="mt-2 text-13 text-ink-muted">{WHY[why]?.(payable) ?? "Nothing payable now."}</p>}
    </section>
  );
}

/** Percent of the bar, for display only. */
function shareOf(amount: string, earned: string): number {
  const share = (Number(amount) / Number(earned)) * 100;
  return Number.isFinite(share) ? Math.min(100, Math.max(0, share)) : 0;
}
