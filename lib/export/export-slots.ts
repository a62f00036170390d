import { DomainError } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";

const EXPORTS_OF_A_COMPANY = 3;

const shared = globalThis as { callmarkExports?: Map<CompanyId, number> };
shared.callmarkExports ??= new Map();
const running = shared.callmarkExports;

/**
 * Takes a slot for one export and returns the function that releases it (idempotent). An export holds a connection for
 * as long as its reader takes: each company has a few slots, and all companies together use at most half of the
 * connections of this server process. Throws `too_many_requests`.
 */
export function takeExportSlot(company: CompanyId): () => void {
  const own = running.get(company) ?? 0;
  const all = [...running.values()].reduce((sum, count) => sum + count, 0);
  const atMost = Math.max(EXPORTS_OF_A_COMPANY, Math.floor(env().DATABASE_POOL / 2));
  if (own >= EXPORTS_OF_A_COMPANY || all >= atMost) {
    throw new DomainError("too_many_requests", "Several exports are running. Try again when one has finished.");
  }
  running.set(company, own + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    const left = (running.get(company) ?? 1) - 1;
    if (left > 0) running.set(company, left);
    else running.delete(company);
  };
}
