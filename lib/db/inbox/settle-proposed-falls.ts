import type { Side } from "@/lib/domain/conversion/call-state";
import type { Tx } from "../in-company";

/** The facts bear these out again: there is nothing left to ask a person. */
export async function settleProposedFalls(
  tx: Tx,
  sides: readonly { readonly callId: number; readonly side: Side }[],
  settledAt: Date,
): Promise<void> {
  if (sides.length === 0) return;
  await tx.inbox.updateMany({
    where: {
      companyId: tx.company,
      reason: "would_fall",
      settledAt: null,
      OR: sides.map(({ callId, side }) => ({ callId, side })),
    },
    data: { settledAt, settlement: "applied", settledByType: "system" },
  });
}
