import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import { asOneTransaction } from "@/lib/platform/sql/one-transaction";
import { findStored, type Keyed, KeyTaken, openStored, storeAnswers } from "./stored-answer";

/**
 * How a verb saves. By default in one transaction, which the answer joins. `shared`: in one that several requests share,
 * where the verb itself stores the answer. `steps`: in several transactions that may run again, after which the answer
 * is stored.
 */
export type Saves = "shared" | "steps" | undefined;

type Handle<Body> = (ctx: Context) => Promise<Body>;

const shared = globalThis as { callmarkKeysInUse?: Set<string> };
shared.callmarkKeysInUse ??= new Set();
const inUse = shared.callmarkKeysInUse;

/** Throws at once if the first request under the key still runs here. On another server it is waited for. */
class KeyInUse extends Conflict {
  constructor() {
    super(
      "The first request under this Idempotency-Key is still running. Send it again in a second to get its answer.",
    );
  }

  override get members() {
    return { retry_after: 1 };
  }
}

/** Answers a write. Under an Idempotency-Key the same request gets the first answer, and has an effect once. */
export async function answerOnce<Body extends object>(ctx: Context, saves: Saves, handle: Handle<Body>): Promise<Body> {
  const { idempotencyKey, ...unkeyed } = ctx;
  if (!idempotencyKey) return handle(ctx);
  const name = `${ctx.company.id} ${idempotencyKey.key}`;
  if (inUse.has(name)) throw new KeyInUse();
  inUse.add(name);
  try {
    if (saves === "shared") return await handle(ctx);
    const keyed = { ...ctx, idempotencyKey };
    const run = () => handle(unkeyed);
    return await replayingTaken(() => (saves === "steps" ? afterwards(keyed, run) : together(keyed, run)));
  } finally {
    inUse.delete(name);
  }
}

function together<Body extends object>(ctx: Context & Keyed, run: () => Promise<Body>): Promise<Body> {
  return inCompany(ctx.company.id, async (tx) => {
    const [stored] = (await findStored(tx, [ctx])).values();
    if (stored) return openStored<Body>(ctx, stored);
    const body = await asOneTransaction(tx, run);
    await storeAnswers(tx, [{ ...ctx, body }], ctx.now());
    return body;
  });
}

async function afterwards<Body extends object>(ctx: Context & Keyed, run: () => Promise<Body>): Promise<Body> {
  const [stored] = (await inCompany(ctx.company.id, (tx) => findStored(tx, [ctx]))).values();
  if (stored) return openStored<Body>(ctx, stored);
  const body = await run();
  await inCompany(ctx.company.id, (tx) => storeAnswers(tx, [{ ...ctx, body }], ctx.now()));
  return body;
}

/** Another server was first: its answer is there now. */
async function replayingTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    if (reason instanceof KeyTaken) return work();
    throw reason;
  }
}
