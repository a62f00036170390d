import { expect } from "vitest";
import type { everythingOf } from "./given-call";

type Everything = Awaited<ReturnType<typeof everythingOf>>;
type Entry = Everything["entries"][number];

/**
 * With nothing pending: the changes replay to the call, offsets match their originals, and the remaining entries match
 * the call.
 */
export function expectLogAndBooksAgree({ call, changes, pending, entries, totals }: Everything): void {
  expect(pending).toEqual([]);
  const log = [...changes].reverse();
  expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
  for (const field of ["buyer_converted", "offer_converted", "revenue", "payout"] as const) {
    const moves = log.flatMap((change) => change[field] ?? []);
    for (const [index, move] of moves.slice(1).entries()) expect(move.from).toEqual(moves[index]?.to);
    if (moves.length > 0) expect(moves.at(-1)?.to).toEqual(call[field]);
  }

  expectOffsetsMeet(entries);
  expect(totals?.net_revenue).toBe(call.buyer_converted ? call.revenue : "0.00");
  expect(totals?.net_payout).toBe(call.offer_converted ? call.payout : "0.00");
}

/** Every credit and clawback reverses one earlier charge or payout, and none is reversed twice. */
function expectOffsetsMeet(entries: readonly Entry[]): void {
  const offsets = entries.filter(({ offsets_entry_id }) => offsets_entry_id !== null);
  expect(new Set(offsets.map((entry) => entry.offsets_entry_id)).size).toBe(offsets.length);
  for (const offset of offsets) {
    const original = entries.findIndex(({ id }) => id === offset.offsets_entry_id);
    expect(original).toBeGreaterThanOrEqual(0);
    expect(original).toBeLessThan(entries.indexOf(offset));
    expect(offset).toMatchObject({
      kind: entries[original]?.kind === "charge" ? "credit" : "clawback",
      amount: entries[original]?.amount,
      party: entries[original]?.party,
      debit_account: entries[original]?.credit_account,
      credit_account: entries[original]?.debit_account,
    });
  }
}
