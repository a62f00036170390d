import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { log } from "@/lib/platform/log/log";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { finishProof, insertProof, tellProgress } from "./sql/proofs";
import { proveBooks } from "./verify-books";

/** A run tells at least this often that it lives. */
const TELL_EVERY_MS = 15_000;
/** One that was silent for so long died with its server. */
export const SILENT_MS = 4 * TELL_EVERY_MS;

/**
 * Begins to prove the books beside the request, which does not wait for it; `getProof` tells how it goes. Whoever asks
 * while one runs shares that one. Answers what was begun here, for whoever wants to wait.
 */
export async function startProof(ctx: Context): Promise<{ readonly done: Promise<void> }> {
  permit(ctx.actor, "update", "billing");
  const began = ctx.now();
  const diedBefore = new Date(began.getTime() - SILENT_MS);
  const id = await inCompanySql(ctx.company.id, (tx) => insertProof(tx, ctx.actor, began, diedBefore));
  return { done: id === null ? Promise.resolve() : run(ctx, id) };
}

async function run(ctx: Context, id: number): Promise<void> {
  const { company, now } = ctx;
  let percent = 0;
  const tell = () =>
    inCompanySql(company.id, (tx) => tellProgress(tx, id, percent, now())).catch(() => {
      // The next one tells it.
    });
  const alive = setInterval(tell, TELL_EVERY_MS);
  alive.unref();
  try {
    const { difference, entries, links } = await proveBooks(ctx, (done) => {
      percent = Math.floor(done * 99);
      void tell();
    });
    const outcome = difference === null ? "holds" : "differs";
    if (difference !== null) log().error({ company: company.id, difference }, "the ledger does not match");
    await finish(ctx, id, { outcome, difference, entryCount: entries, linkCount: links });
  } catch (error) {
    log().error({ company: company.id, error: String(error) }, "the books could not be proven");
    await finish(ctx, id, { outcome: "failed", difference: null, entryCount: 0, linkCount: 0 }).catch(() => {});
  } finally {
    clearInterval(alive);
  }
}

function finish(ctx: Context, id: number, done: Parameters<typeof finishProof>[3]): Promise<void> {
  return inCompanySql(ctx.company.id, (tx) => finishProof(tx, id, ctx.now(), done));
}
