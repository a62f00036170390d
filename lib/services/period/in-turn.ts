import type { CompanyId } from "@/lib/domain/ids";

const shared = globalThis as { callmarkClosings?: Map<CompanyId, Promise<unknown>> };
shared.callmarkClosings ??= new Map();
const lanes = shared.callmarkClosings;

/** One after the other in each company: however many want to close a month, one connection waits for the ledger. */
export async function inTurn<Result>(company: CompanyId, work: () => Promise<Result>): Promise<Result> {
  const before = lanes.get(company) ?? Promise.resolve();
  const own = before.then(work, work);
  lanes.set(company, own);
  try {
    return await own;
  } finally {
    if (lanes.get(company) === own) lanes.delete(company);
  }
}
