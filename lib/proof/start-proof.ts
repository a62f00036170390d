import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { log } from "@/lib/platform/log/log";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { finishProof, insertProof, saveProgress } from "./sql/proofs";
import { proveBooks } from "./verify-books";

/** A run reports progress at least this often. */
const TELL_EVERY_MS = 15_000;
/** A run without a report for this long died with its server. */
export const SILENT_MS = 4 * TELL_EVERY_MS;

/**
 * Starts a proof of the books in the background; `getProof` shows its progress. Requests during a run share it. `done`
 * is for callers that want to wait.
 */
export async function startProof(ctx: Context): Promise<{ readonly done: Promise<void> }> {
  permit(ctx.actor, "update", "billing");
  const began = ctx.now();
  const diedBefore = new Date(began.getTime() - SILENT_MS);
  const id = await inCompanySql(ctx.company.id, async (tx) => {
    const id = await insertProof(tx, ctx.actor, began, diedBefore);
    if (id !== null) await recordAudit(tx, ctx, { action: "books.proof_started", id });
    return id;
  });
  return { done: id === null ? Promise.resolve() : run(ctx, id) };
}

async function run(ctx: Context, id: number): Promise<void> {
  const { company, now } = ctx;
  let percent = 0;
  const save = () =>
    inCompanySql(company.id, (tx) => saveProgress(tx, id, percent, now())).catch(() => {
      // The next progress report tries again.
    });
  const alive = setInterval(save, TELL_EVERY_MS);
  alive.unref();
  try {
    const { difference, entries, links } = await proveBooks(ctx, (done) => {
      percent = Math.floor(done * 99);
      void save();
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
