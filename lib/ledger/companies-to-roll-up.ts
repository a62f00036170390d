import { listCompanies } from "@/lib/access/sql/lookup";
import { hasLooseFacts } from "@/lib/audit/sql/facts";
import type { CompanyId } from "@/lib/base/ids";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { hasQueuedChanges, hasRolledUp } from "./sql/ledger-head";

/** Companies with changes to post or, once their ledger has a first link, facts to seal. */
export async function companiesToRollUp(): Promise<CompanyId[]> {
  const pending: CompanyId[] = [];
  for (const { id } of await listCompanies()) {
    if (await inCompany(id, hasWork)) pending.push(id);
  }
  return pending;
}

async function hasWork(tx: Tx): Promise<boolean> {
  if (await hasQueuedChanges(tx)) return true;
  return (await hasLooseFacts(tx)) && (await hasRolledUp(tx));
}
