import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { ResolvedProposal } from "../domain/plan";

/** Resolves proposals that the facts no longer support. */
export async function resolveProposals(
  tx: SqlTx,
  proposals: readonly ResolvedProposal[],
  resolvedAt: Date,
): Promise<void> {
  if (proposals.length === 0) return;
  await tx.$executeRaw`
    update inbox set resolved_at = ${resolvedAt}::timestamptz, resolution = 'applied', resolved_by_type = 'system'
    from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as s("callId" bigint, side text, reason text)
    where inbox.company_id = ${tx.company} and inbox.call_id = s."callId" and inbox.side = s.side
      and inbox.reason = s.reason and inbox.resolved_at is null`;
}
