import type { Context } from "@/lib/access/context";
import type { Random } from "@/lib/base/random";
import { rollUp } from "@/lib/ledger/roll-up";

/** A random rollup scenario: none, one, two in a row, several at once, small batches, or one that fails half-way. */
export async function disturbLedger(random: Random, ctx: Context): Promise<void> {
  const batch = random.between(40, 400);
  switch (random.between(0, 5)) {
    case 0:
      return;
    case 1:
      await rollUp(ctx);
      return;
    case 2:
      await rollUp(ctx);
      await rollUp(ctx);
      return;
    case 3:
      await Promise.all([rollUp(ctx), rollUp(ctx, batch), rollUp(ctx)]);
      return;
    case 4:
      await rollUp(ctx, batch);
      return;
    default:
      await rollUp(dyingAfter(ctx, random.between(0, 2)), batch).catch((error: Error) => {
        if (error !== DEATH) throw error;
      });
  }
}

const DEATH = new Error("the rollup failed");

/** Each batch reads the clock in its transaction; this clock throws there. */
function dyingAfter(ctx: Context, batches: number): Context {
  let asked = 0;
  const now = () => {
    asked += 1;
    if (asked > batches) throw DEATH;
    return ctx.now();
  };
  return { ...ctx, now };
}
