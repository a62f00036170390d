import type { Side } from "@/lib/call/domain/call-state";
import type { CallView } from "@/lib/call/sql/call-view";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { capsByParty } from "./domain/cap";
import { windowOf } from "./domain/cap-window";
import { type AskedCall, callsOverCaps } from "./sql/calls-over-caps";
import { findCaps } from "./sql/find-caps";

const SIDES = ["buyer", "offer"] as const;

/** The converted sides that are over a cap, by call id. One query if their parties have no caps. */
export async function overCaps(tx: SqlTx, views: readonly CallView[]): Promise<ReadonlyMap<number, readonly Side[]>> {
  const caps = await findCaps(tx, {
    buyerIds: partiesOf(views, "buyer"),
    sourceIds: partiesOf(views, "offer"),
  });
  const capsOf = capsByParty(caps.filter(({ measure }) => measure === "conversions" || measure === "revenue"));
  const over = new Map<number, Side[]>();
  for (const side of SIDES) {
    const asked = views.flatMap((view) =>
      capsOf(side, standingParty(view, side)).flatMap((cap): AskedCall[] => {
        if (cap.offerId !== null && cap.offerId !== view.offer.id) return [];
        const window = windowOf(cap.span, cap.timeZone, view.startedAt);
        return [{ callId: view.id, capId: cap.id, startedAt: view.startedAt, ...window }];
      }),
    );
    for (const id of await callsOverCaps(tx, side, asked)) over.set(id, [...(over.get(id) ?? []), side]);
  }
  return over;
}

function partiesOf(views: readonly CallView[], side: Side): number[] {
  return [...new Set(views.flatMap((view) => standingParty(view, side) ?? []))];
}

function standingParty(view: CallView, side: Side): number | null {
  const { converted, party } = view.sides[side];
  return converted ? (party?.id ?? null) : null;
}
