import type { Context } from "@/lib/access/context";
import { formatMoney } from "@/lib/base/money";
import type { Rollup } from "./contract/rollup";
import type { RollupKind } from "./domain/rollup-kind";
import { seesAccounts } from "./permit-account";
import type { RollupView } from "./sql/list-rollups";

/** A link of the chain. Amounts only for readers who may see them. */
export function presentRollup({ actor, company }: Context, view: RollupView): Rollup {
  return {
    id: view.number,
    posted_at: view.postedAt.toISOString(),
    changes: view.changes,
    entries: view.entries,
    does: whatItDid(view),
    closes: view.closes,
    duration_ms: view.durationMs,
    ...(seesAccounts(actor, "buyer") && { revenue: formatMoney(view.revenueMinor, company.decimals) }),
    ...(seesAccounts(actor, "traffic_source") && { payout: formatMoney(view.payoutMinor, company.decimals) }),
    digest: view.digest,
    previous_digest: view.previousDigest,
  };
}

/** The same conditions as in `listRollupViews`. */
function whatItDid({ closes, issuesStatements, changes, entries }: RollupView): RollupKind {
  if (closes !== null) return "closing";
  if (issuesStatements) return "statements";
  if (changes > 0) return "calls";
  return entries > 0 ? "documents" : "records";
}
