import { formatMoney } from "@/lib/base/money";
import type { Payout } from "@/lib/settings/contract/conversion-settings";
import type { PayoutPlan } from "../networks/network-plan";

const PERCENT_DECIMALS = 2;

export function payoutText(plan: PayoutPlan, sourceId: number | null, decimals: number): Payout {
  const money = (minor: bigint | undefined) => (minor === undefined ? null : formatMoney(minor, decimals));
  const nothing = { traffic_source_id: sourceId, amount: null, percent: null, minimum: null, maximum: null };
  if ("amountMinor" in plan) return { ...nothing, amount: money(plan.amountMinor) };
  const percent = formatMoney(BigInt(plan.percentBasisPoints), PERCENT_DECIMALS);
  return { ...nothing, percent, minimum: money(plan.minimumMinor), maximum: money(plan.maximumMinor) };
}
