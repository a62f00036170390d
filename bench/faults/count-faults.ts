import { getCall } from "@/lib/conversion/get-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { proveBooks } from "@/lib/proof/verify-books";
import { getBilling } from "@/lib/report/get-billing";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import type { Acknowledged } from "./steady-load";

/**
 * Compares what was acknowledged with the calls, and the calls with their money after a rollup: every change that was
 * acknowledged raised the call's version by one, and the last decides the price. Throws if the books do not hold.
 */
export async function countFaults(ctx: GivenContext, calls: readonly Acknowledged[]) {
  await rollUp(ctx);
  const { difference } = await proveBooks(ctx);
  if (difference !== null) throw new Error(`The books do not hold: ${difference}.`);
  const faults = { changes: 0, lost: 0, doubled: 0, wrongMoney: 0 };
  for (const { id, acknowledged } of calls) {
    const { version } = await getCall(ctx, { id });
    const { totals } = await getBilling(ctx, { id });
    faults.changes += acknowledged;
    faults.lost += Math.max(0, acknowledged - version);
    faults.doubled += Math.max(0, version - acknowledged);
    if (totals?.net_revenue !== (acknowledged % 2 === 1 ? "10.00" : "0.00")) faults.wrongMoney += 1;
  }
  return faults;
}
