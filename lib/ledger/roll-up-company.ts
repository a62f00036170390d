import type { Context } from "@/lib/access/context";
import { SYSTEM_ACCESS } from "@/lib/access/domain/roles";
import { findCompany } from "@/lib/access/sql/lookup";
import { companyId } from "@/lib/base/ids";
import type { Company } from "@/lib/company/domain/company";
import type { Clock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { inCompany } from "@/lib/platform/sql/in-company";
import { CHANGES_A_TRANSACTION } from "./roll-up";
import { sealFacts } from "./seal-facts";
import { tryLockLedgerHead } from "./sql/ledger-head";
import { type Posted, postBatch } from "./sql/post-batch";

/** `more`: a batch was posted and another waits. `busy`: the ledger was locked; nothing was done. */
export type Rolled = "done" | "more" | "busy";

/**
 * Posts the next pending batch of a company, or seals waiting facts. Does not wait for a locked ledger. Logs and throws
 * a failure.
 */
export async function rollUpCompany(id: number, now: Clock): Promise<Rolled> {
  const company = await findCompany(companyId(id));
  if (!company) return "done";
  try {
    const posted = await postOrSeal(systemContext(company, now));
    if (!posted) return "busy";
    if (posted.changes > 0) log().info({ company: id, ...posted }, "rollup posted");
    return posted.changes < CHANGES_A_TRANSACTION ? "done" : "more";
  } catch (error) {
    log().error({ company: id, error: error instanceof Error ? error.name : String(error) }, "rollup failed");
    throw error;
  }
}

function postOrSeal(ctx: Context): Promise<Posted | null> {
  return inCompany(ctx.company.id, async (tx) => {
    const head = await tryLockLedgerHead(tx);
    if (!head) return null;
    const posted = await postBatch(tx, head, ctx.now(), CHANGES_A_TRANSACTION);
    if (posted.changes === 0) await sealFacts(tx, ctx, head);
    return posted;
  });
}

function systemContext(company: Company, now: () => Date): Context {
  return { company, actor: { type: "system", id: null, name: "Callmark", access: SYSTEM_ACCESS }, now };
}
