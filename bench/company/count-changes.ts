import type { CompanyId } from "@/lib/base/ids";
import { inCompany } from "@/lib/platform/sql/in-company";

/** The number of changes, and how many of them wait for a rollup. */
export function countChanges(company: CompanyId): Promise<{ readonly logged: number; readonly queued: number }> {
  const where = { companyId: company };
  return inCompany(company, async (tx) => ({
    logged: await tx.callChange.count({ where }),
    queued: await tx.billingQueue.count({ where }),
  }));
}
