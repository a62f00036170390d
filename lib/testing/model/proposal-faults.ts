import { inCompany } from "@/lib/platform/sql/in-company";
import type { Model } from "./given-model";
import { type OracleCall, SIDES } from "./oracle-call";
import { verdictOn } from "./oracle-facts";
import type { World } from "./world";

/**
 * Sides that the facts would change, without an inbox item: an automatic conversion that no longer holds, or a call
 * that is no longer a duplicate.
 */
export async function proposalFaults({ ctx, calls, world }: Model): Promise<string[]> {
  const items = await inCompany(ctx.company.id, (tx) =>
    tx.inbox.findMany({ where: { companyId: tx.company, resolvedAt: null } }),
  );
  const open = new Set(items.map(({ callId, side, reason }) => `${callId} ${side} ${reason}`));
  return calls.flatMap(({ oracle }) =>
    SIDES.flatMap((side) => {
      const proposal = proposalFor(oracle, side, world);
      const isMissing = proposal !== null && !open.has(`${oracle.id} ${side} ${proposal}`);
      return isMissing ? [`${proposal} of the ${side} side of call ${oracle.id} is not in the inbox`] : [];
    }),
  );
}

function proposalFor(oracle: OracleCall, side: "buyer" | "offer", world: World): string | null {
  const { on, by, explicit, locked, reverted, party } = oracle[side];
  if (explicit || locked || party === null) return null;
  const verdict = verdictOn(oracle, side, world);
  if (on) return verdict === null && by !== "follows_buyer" ? "would_revert" : null;
  return verdict !== null && !reverted && party !== world.cappedIds[side] ? "duplicate_freed" : null;
}

/** Reasons of inbox items. */
export async function reasonsInInbox({ ctx }: Model): Promise<string[]> {
  const reasons = await inCompany(ctx.company.id, (tx) =>
    tx.inbox.groupBy({ by: ["reason"], where: { companyId: tx.company } }),
  );
  return reasons.map(({ reason }) => reason).sort();
}
