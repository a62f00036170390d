import { firstDayOf, type Month } from "@/lib/base/month";
import { rollUp } from "@/lib/ledger/roll-up";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import { benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";

const ENTRIES_A_CALL = 2;
const CALLS_AT_ONCE = 10_000;
const DAYS = 28;
const DAY_MS = 86_400_000;

/** Calls of a month that converted on both sides, spread over its days, all posted. */
export async function fillMonth(ctx: GivenContext, month: Month, entries: number): Promise<void> {
  const calls = entries / ENTRIES_A_CALL;
  const begins = Date.parse(`${firstDayOf(month)}T00:00:00Z`);
  for (let made = 0; made < calls; made += CALLS_AT_ONCE) {
    const count = Math.min(CALLS_AT_ONCE, calls - made);
    // The calls start in the hours before the clock's time.
    ctx.clock.set(new Date(begins + (1 + ((DAYS - 1) * made) / calls) * DAY_MS));
    await applyAll(ctx, conversionsOf(ctx, await benchCalls(ctx, count), true));
    await rollUp(ctx);
  }
  ctx.clock.set(new Date());
}
