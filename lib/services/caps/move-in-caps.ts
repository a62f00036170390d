import { lockCalls } from "@/lib/db/calls/lock-calls";
import { addToUsage } from "@/lib/db/caps/add-to-usage";
import { findCaps } from "@/lib/db/caps/find-caps";
import { lockUsage } from "@/lib/db/caps/lock-usage";
import type { SqlTx } from "@/lib/db/in-company";
import type { CallState } from "@/lib/domain/call/call-state";
import { shareOf } from "@/lib/domain/cap/cap";
import type { UsedMore } from "@/lib/domain/cap/cap-counts";
import { windowOf } from "@/lib/domain/cap/cap-window";
import { touchedWindows } from "@/lib/domain/cap/touched-windows";
import type { Company } from "@/lib/domain/company/company";

export type MovedCall = { readonly id: number; readonly startedAt: Date };

/** What a call uses of caps goes with its start to other windows. Has to be done before the new start is saved. */
export async function moveInCaps(tx: SqlTx, { timeZone }: Company, moved: readonly MovedCall[]): Promise<void> {
  if (moved.length === 0) return;
  const startOf = new Map(moved.map(({ id, startedAt }) => [id, startedAt]));
  const locked = await lockCalls(tx, [...startOf.keys()], [], timeZone);
  const moves = locked.flatMap(({ state }) => {
    const startedAt = startOf.get(state.id);
    const counts = state.buyer.converted || state.offer.converted;
    return startedAt && counts ? [{ before: state, after: { ...state, startedAt } }] : [];
  });
  if (moves.length === 0) return;
  const caps = await findCaps(tx, {
    buyerIds: moves.flatMap(({ before }) => before.buyer.partyId ?? []),
    sourceIds: moves.flatMap(({ before }) => before.offer.partyId ?? []),
  });
  const touched = moves.flatMap(({ before, after }) => [before, after]).map(withParties);
  await lockUsage(tx, touchedWindows(caps, touched));
  const changes = moves.flatMap(({ before, after }) =>
    caps.flatMap((cap): UsedMore[] => {
      const by = shareOf(cap, before);
      const [from, to] = [before, after].map((call) => windowOf(cap.span, cap.timeZone, call.startedAt).start);
      if (by === 0n || !from || !to || from.getTime() === to.getTime()) return [];
      return [
        { capId: cap.id, start: from, by: -by },
        { capId: cap.id, start: to, by },
      ];
    }),
  );
  await addToUsage(tx, changes);
}

function withParties(call: CallState) {
  const of = (id: number | null) => new Set(id === null ? [] : [id]);
  return { call, buyer: of(call.buyer.partyId), offer: of(call.offer.partyId) };
}
