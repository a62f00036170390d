import type { CompanyId } from "@/lib/base/ids";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { openSecrets } from "./seal-secret";
import { listSealed } from "./sql/secrets";

/** How many webhook secrets of a company the server's key opens, and how many it does not. */
export async function countSecrets(company: CompanyId): Promise<{ readonly open: number; readonly shut: number }> {
  const sealed = await readInCompanySql(company, listSealed);
  const open = sealed.flatMap(({ endpointId, bytes }) => openSecrets({ company, endpointId }, [bytes]));
  return { open: open.length, shut: sealed.length - open.length };
}
