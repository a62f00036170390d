"use client";

import { moneyText } from "@/components/ui/money-text";
import type { SettingsAnswer } from "@/lib/settings/client";
import { payoutText } from "./payout-text";
import { useSettingsContext } from "./settings-context";

export function PriceFacts({ answer }: { answer: SettingsAnswer }) {
  const { names, currency } = useSettingsContext();
  const nameOf = (id: number | null) => (id === null ? "Default" : (names.get(id) ?? `ID ${id}`));
  const lines =
    "prices" in answer && answer.prices
      ? answer.prices.map(({ offer_id, amount }) => ({ id: offer_id, text: `${currency} ${moneyText(amount)}` }))
      : (("payouts" in answer && answer.payouts) || []).map((payout) => ({
          id: payout.traffic_source_id,
          text: payoutText(payout, currency),
        }));
  if (lines.length === 0) return <p className="text-13 text-ink-muted">None.</p>;
  return (
    <dl className="grid max-w-120 grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 text-13">
      {lines.map(({ id, text }) => (
        <div key={id} className="contents">
          <dt className="text-ink-muted">{nameOf(id)}</dt>
          <dd className="text-right tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
