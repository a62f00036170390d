import { grouped } from "@/lib/base/grouped";
import type { Entry } from "@/lib/platform/sql/generated/client";
import type { Books } from "./read-books";

/** Charges and payouts that differ from their call, for calls with nothing pending. */
export function standingFaults({ calls, entries, queue, accounts }: Books): string[] {
  const waiting = new Set(queue.map(({ callId }) => callId));
  const entriesOf = grouped(
    entries.filter((entry) => entry.source === "call"),
    (entry) => entry.number,
  );
  const receivable = new Map(accounts.map(({ buyerId, id }) => [buyerId, id]));
  const payable = new Map(accounts.map(({ trafficSourceId, id }) => [trafficSourceId, id]));
  return calls.flatMap((call) => {
    if (waiting.has(call.id)) return [];
    const standing = standingOf(entriesOf.get(call.id) ?? []);
    const charge = call.buyerConverted && call.revenueMinor > 0n;
    const payout = call.offerConverted && call.payoutMinor > 0n;
    const expected = [
      ...(charge ? [`charge ${call.revenueMinor} account ${receivable.get(call.buyerId)}`] : []),
      ...(payout ? [`payout ${call.payoutMinor} account ${payable.get(call.trafficSourceId)}`] : []),
    ];
    if (standing.join() === expected.join()) return [];
    return [
      `call ${call.id} says ${expected.join(" and ") || "nothing"}, its entries ${standing.join(" and ") || "nothing"}`,
    ];
  });
}

function standingOf(entries: readonly Entry[]): string[] {
  const offset = new Set(entries.map((entry) => `${entry.offsetsKind} ${entry.offsetsVersion}`));
  return entries
    .filter(({ kind, version, offsetsKind }) => offsetsKind === null && !offset.has(`${kind} ${version}`))
    .map(({ kind, amountMinor, debitAccountId, creditAccountId }) => {
      const account = kind === "charge" ? debitAccountId : creditAccountId;
      return `${kind} ${amountMinor} account ${account}`;
    })
    .sort();
}
