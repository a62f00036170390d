import { formatMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import { pendingNet } from "@/lib/ledger/pending-net";
import type { PendingSum } from "@/lib/ledger/sql/pending-of-accounts";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { BillingHome, PartyGroup } from "./contract";
import type { PartySums, Sums } from "./sql/party-sums";

/** Revenue, payout and margin of a period and the previous one; null for hidden amounts. */
export function presentTotals({ decimals }: Company, buyers: Sums | null, sources: Sums | null): BillingHome["totals"] {
  const compared = (period: bigint, previous: bigint) => ({
    period: formatMoney(period, decimals),
    previous: formatMoney(previous, decimals),
  });
  return {
    ...(buyers && { revenue: compared(buyers.periodMinor, buyers.previousMinor) }),
    ...(sources && { payout: compared(sources.periodMinor, sources.previousMinor) }),
    ...(buyers &&
      sources && {
        margin: compared(buyers.periodMinor - sources.periodMinor, buyers.previousMinor - sources.previousMinor),
      }),
  };
}

/** The sum of all accounts of a type, and the requested accounts one by one. */
export function presentGroup(
  company: Company,
  type: OwnerType,
  { total, parties }: PartySums,
  waiting: readonly PendingSum[],
  limit: number,
): PartyGroup {
  const text = (minor: bigint) => formatMoney(minor, company.decimals);
  const present = (sums: Sums, own: readonly PendingSum[]) => {
    const { net, count } = pendingNet(own, type);
    return {
      balance: text(sums.balanceMinor),
      period: text(sums.periodMinor),
      previous: text(sums.previousMinor),
      entries: sums.entries,
      pending: { amount: text(net), entries: count },
    };
  };
  const byAccount = new Map<number, PendingSum[]>();
  for (const sum of waiting) byAccount.set(sum.accountId, [...(byAccount.get(sum.accountId) ?? []), sum]);
  return {
    ...present(total, waiting),
    count: total.parties,
    parties: parties.slice(0, limit).map((sums) => ({
      party: { type, id: sums.id, name: sums.name },
      ...present(sums, byAccount.get(sums.accountId) ?? []),
    })),
    more: parties.length > limit,
  };
}
