import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import type { CompanyId } from "@/lib/base/ids";
import { Batcher } from "@/lib/platform/sql/batcher";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { rollUp } from "./roll-up";
import type { Posted } from "./sql/post-batch";

const ASKING_AT_ONCE = 500;

const shared = globalThis as { callmarkRollups?: Map<CompanyId, Batcher<Context, Posted>> };
shared.callmarkRollups ??= new Map();
const batchers = shared.callmarkRollups;

/**
 * Runs a rollup on request. Requests during a running one share the next, so only one connection per company waits for
 * the ledger.
 */
export async function runRollup(ctx: Context): Promise<Posted> {
  permit(ctx.actor, "update", "rollups");
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(rollUpOnce, ASKING_AT_ONCE);
  batchers.set(id, batcher);
  return batcher.add(ctx);
}

async function rollUpOnce(asking: readonly Context[]): Promise<Posted[]> {
  const [first] = asking;
  if (!first) return [];
  await inCompanySql(first.company.id, async (tx) => {
    for (const ctx of asking) await recordAudit(tx, ctx, { action: "rollup.requested", id: null });
  });
  const posted = await rollUp(first);
  return asking.map(() => posted);
}
