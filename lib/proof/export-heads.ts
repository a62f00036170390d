import { listCompanies } from "@/lib/access/sql/lookup";
import type { CompanyId } from "@/lib/base/ids";
import { log } from "@/lib/platform/log/log";
import { inCompany } from "@/lib/platform/sql/in-company";
import { appendHeads, lastHead } from "./head-files";
import { listHeads, lockHeads } from "./sql/list-heads";

const LINKS_AT_ONCE = 5_000;

/**
 * Appends missing links of the chain, in order, to the file outside the database. Returns how many. A crash between
 * commit and export leaves a gap that the next export fills.
 */
export async function exportHeads(company: CompanyId): Promise<number> {
  let exported = 0;
  for (;;) {
    const count = await inCompany(company, async (tx) => {
      await lockHeads(tx);
      const heads = await listHeads(tx, (await lastHead(company))?.number ?? 0, LINKS_AT_ONCE);
      if (heads.length > 0) await appendHeads(company, heads);
      return heads.length;
    });
    exported += count;
    if (count < LINKS_AT_ONCE) return exported;
  }
}

/** Exports for every company. A failure is logged and stops no other company; the next run tries again. */
export async function exportAllHeads(): Promise<void> {
  for (const { id } of await listCompanies()) {
    await exportHeads(id).catch((error: unknown) => {
      log().error({ company: id, error: String(error) }, "the head of the ledger could not be exported");
    });
  }
}
