import type { Company } from "@/lib/company/domain/company";
import { inCompany } from "@/lib/platform/sql/in-company";

/** All tables of a company's books. */
export type Books = Awaited<ReturnType<typeof readBooks>>;

export function readBooks({ id, timeZone }: Pick<Company, "id" | "timeZone">) {
  return inCompany(id, async (tx) => {
    const where = { companyId: tx.company };
    return {
      timeZone,
      calls: await tx.call.findMany({ where, orderBy: { id: "asc" } }),
      changes: await tx.callChange.findMany({ where, orderBy: [{ callId: "asc" }, { version: "asc" }] }),
      queue: await tx.billingQueue.findMany({ where }),
      moves: await tx.billingMove.findMany({ where, orderBy: { place: "asc" } }),
      accounts: await tx.account.findMany({ where }),
      entries: await tx.entry.findMany({ where }),
      balances: await tx.balance.findMany({ where }),
      documents: await tx.document.findMany({ where, orderBy: [{ number: "asc" }, { revision: "asc" }] }),
      statements: await tx.statement.findMany({ where, orderBy: { number: "asc" } }),
      allocations: await tx.allocation.findMany({ where }),
      rollups: await tx.rollup.findMany({ where, orderBy: { number: "asc" } }),
      caps: await tx.cap.findMany({ where }),
      capUsage: await tx.capUsage.findMany({ where }),
      head: await tx.ledgerHead.findUniqueOrThrow({ where }),
    };
  });
}
