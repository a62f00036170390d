import { setTimeout as sleep } from "node:timers/promises";
import type { CompanyId } from "@/lib/base/ids";
import { whenHeadMoves } from "@/lib/ledger/sql/head-moves";
import { log } from "@/lib/platform/log/log";
import { exportHeads } from "./export-heads";

/**
 * A link is sealed shortly before its commit, so the export checks several times. The periodic job exports what these
 * miss.
 */
const LOOKS_AFTER_MS = [50, 500, 5_000];

/** Exports every link that this process seals, soon after its commit. Billing does not wait for it. */
export function exportWhenHeadMoves(): void {
  const looking = new Set<CompanyId>();
  whenHeadMoves((company) => {
    if (looking.has(company)) return;
    looking.add(company);
    void exportSoon(company)
      .catch((error: unknown) => log().error({ company, error: String(error) }, "the head could not be exported"))
      .finally(() => looking.delete(company));
  });
}

async function exportSoon(company: CompanyId): Promise<void> {
  for (const wait of LOOKS_AFTER_MS) {
    await sleep(wait, undefined, { ref: false });
    if ((await exportHeads(company)) > 0) return;
  }
}
