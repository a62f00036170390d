import type { CompanyId } from "@/lib/base/ids";

const shared = globalThis as { callmarkClosings?: Map<CompanyId, Promise<unknown>> };
shared.callmarkClosings ??= new Map();
const closings = shared.callmarkClosings;

/** Runs one closing at a time per company, so that only one connection waits for the ledger. */
export async function inTurn<Result>(company: CompanyId, work: () => Promise<Result>): Promise<Result> {
  const before = closings.get(company) ?? Promise.resolve();
  const own = before.then(work, work);
  closings.set(company, own);
  try {
    return await own;
  } finally {
    if (closings.get(company) === own) closings.delete(company);
  }
}
