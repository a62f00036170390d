import type { Side } from "@/lib/domain/call/call-state";
import type { SqlTx } from "../in-company";

/** The facts bear these out again: there is nothing left to ask a person. */
export async function settleProposedFalls(
  tx: SqlTx,
  sides: readonly { readonly callId: number; readonly side: Side }[],
  settledAt: Date,
): Promise<void> {
  if (sides.length === 0) return;
  await tx.$executeRaw`
    update inbox set settled_at = ${settledAt}, settlement = 'applied', settled_by_type = 'system'
    from jsonb_to_recordset(${JSON.stringify(sides)}::jsonb) as s("callId" bigint, side text)
    where inbox.company_id = ${tx.company} and inbox.call_id = s."callId" and inbox.side = s.side
      and inbox.reason = 'would_fall' and inbox.settled_at is null`;
}
