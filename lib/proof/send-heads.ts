import { listCompanies } from "@/lib/access/sql/lookup";
import { type CompanyId, companyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";
import { inCompany } from "@/lib/platform/sql/in-company";
import { lastSent, rememberSent } from "./head-files";
import { type Head, listHeads } from "./sql/list-heads";

const HEADS_A_POST = 500;
const WAIT_AT_MOST_MS = 10_000;

/**
 * Posts links that the remote URL has not accepted, in order: `{ "heads": [ … ] }`. Throws without a success status;
 * the links are then sent again, so a link may arrive twice.
 */
export async function sendHeads(id: number): Promise<void> {
  const company = companyId(id);
  const { LEDGER_HEAD_URL: url } = env();
  if (url === undefined) return;
  for (;;) {
    const after = await lastSent(company);
    const heads = await inCompany(company, (tx) => listHeads(tx, after, HEADS_A_POST));
    const last = heads.at(-1);
    if (!last) return;
    await post(url, heads);
    await rememberSent(company, last.number);
  }
}

async function post(url: string, heads: readonly Head[]): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    redirect: "error",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ heads }),
    signal: AbortSignal.timeout(WAIT_AT_MOST_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status} to the links of a ledger.`);
}

/** Companies whose newest link the remote URL has not accepted; none without a URL. */
export async function companiesToSend(): Promise<CompanyId[]> {
  if (env().LEDGER_HEAD_URL === undefined) return [];
  const behind: CompanyId[] = [];
  for (const { id } of await listCompanies()) {
    const after = await lastSent(id);
    if ((await inCompany(id, (tx) => listHeads(tx, after, 1))).length > 0) behind.push(id);
  }
  return behind;
}
