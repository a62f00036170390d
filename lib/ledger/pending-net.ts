import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { PendingSum } from "./sql/pending-of-accounts";

const EFFECT: Readonly<Record<string, { readonly type: OwnerType; readonly sign: 1n | -1n }>> = {
  charge: { type: "buyer", sign: 1n },
  credit: { type: "buyer", sign: -1n },
  payout: { type: "traffic_source", sign: 1n },
  clawback: { type: "traffic_source", sign: -1n },
};

/** Whether an entry kind adds to its party's balance (1) or subtracts (−1). */
export function effectOf(kind: string): bigint {
  return EFFECT[kind]?.sign ?? 0n;
}

/** The net change that the next rollup makes to accounts of this type, in minor units, and the number of entries. */
export function pendingNet(sums: readonly PendingSum[], type: OwnerType): { net: bigint; count: number } {
  return sums
    .filter(({ kind }) => EFFECT[kind]?.type === type)
    .reduce(
      (total, { kind, count, amountMinor }) => ({
        net: total.net + effectOf(kind) * amountMinor,
        count: total.count + count,
      }),
      { net: 0n, count: 0 },
    );
}
