import type { Wish } from "@/lib/conversion/domain/command";
import type { World } from "./world";

/** One side of a call in the oracle's words. What it costs is never stored: it follows from what was said. */
export type OracleSide = {
  on: boolean;
  by: string | null;
  explicit: boolean;
  rule: number | null;
  locked: boolean;
  party: number | null;
  said: bigint | null;
  ruled: bigint | null;
  shown: bigint;
  clock: number | null;
};

export type OracleEntry = { version: number; kind: string; party: number; amount: bigint; offsets: number | null };

export type OracleCall = {
  offerId: number;
  startedAt: number;
  version: number;
  buyer: OracleSide;
  offer: OracleSide;
  entries: OracleEntry[];
  events: Set<string>;
};

export type Told = { ok: boolean; changed?: boolean; held?: string[]; older?: string[]; repeated?: boolean };

const SIDES = ["buyer", "offer"] as const;

/**
 * What DOMAIN.md says of a call after a wish, written from its words alone and without a look at the code it judges.
 * Moves `call` on and answers what the caller is to be told.
 */
export function tell(call: OracleCall, wish: Wish, world: World, now: number): Told {
  const said = wish.kind === "statement" ? wish : null;
  const event = said?.eventId === undefined ? null : `${said.mechanism} ${said.eventId}`;
  if (event !== null && call.events.has(event))
    return { ok: true, changed: false, held: [], older: [], repeated: true };

  const sides = { buyer: { ...call.buyer }, offer: { ...call.offer } };
  const named = SIDES.filter((side) => said?.[side]);
  const held = named.filter((side) => sides[side].locked && said?.mechanism !== "manual");
  const older = named.filter(
    (side) => said?.occurredAt && said.occurredAt.getTime() < (sides[side].clock ?? -Infinity),
  );
  for (const name of SIDES) {
    if (!held.includes(name) && !older.includes(name)) say(sides[name], name, wish, now);
  }
  if (SIDES.some((name) => !isPossible(sides[name], name, world))) return { ok: false };

  follow(sides.buyer, sides.offer, world.follows(call.offerId, call.startedAt));
  price(sides.buyer, (party) => world.price(call.offerId, party, call.startedAt));
  const charge = sides.buyer.on ? sides.buyer.shown : 0n;
  price(sides.offer, (party) => world.payout(call.offerId, party, call.startedAt, charge));

  const changed = SIDES.some((name) => describe(call[name]) !== describe(sides[name]));
  if (changed) call.version += 1;
  bill(call, "charge", "credit", call.buyer, sides.buyer);
  bill(call, "payout", "clawback", call.offer, sides.offer);
  Object.assign(call, sides);
  if (event !== null) call.events.add(event);
  return { ok: true, changed, held, older, repeated: false };
}

/** Rules 2, 3, 4 and 5: statements, automatic mechanisms, locks and their withdrawal. */
function say(side: OracleSide, name: "buyer" | "offer", wish: Wish, now: number): void {
  if (wish.kind === "statement") {
    const { converted, amountMinor, partyId } = wish[name] ?? {};
    if (converted !== undefined && !(side.explicit && side.on === converted))
      Object.assign(side, { on: converted, by: wish.mechanism, explicit: true, rule: null });
    if (amountMinor !== undefined) side.said = amountMinor;
    if (partyId !== undefined && partyId !== side.party)
      Object.assign(side, { party: partyId, ruled: null, shown: 0n });
    if (wish[name]) side.clock = Math.max(side.clock ?? 0, wish.occurredAt?.getTime() ?? now);
    return;
  }
  if (wish.side !== name) return;
  if (wish.kind === "lock") side.locked = wish.locked;
  if (wish.kind === "automatic") {
    // What a rule would say again is for the next verdict to tell.
    if (side.said !== null && !wish.keepsAmount) Object.assign(side, { said: null, ruled: null, shown: 0n });
    if (side.explicit) Object.assign(side, { on: false, by: null, explicit: false, rule: null });
    side.locked = false;
  }
  if (wish.kind === "verdict" && !side.explicit && !side.locked) {
    Object.assign(side, { on: true, by: wish.mechanism, rule: wish.ruleId ?? null });
    if (side.said === null) side.ruled = wish.amountMinor ?? null;
  }
}

/** Rule 6, and no party of another company. */
function isPossible({ on, party }: OracleSide, name: "buyer" | "offer", world: World): boolean {
  return party === null ? !on : (name === "buyer" ? world.buyerIds : world.sourceIds).includes(party);
}

/** Rule 1: an offer side that nobody has decided goes with the buyer side, both ways. */
function follow(buyer: OracleSide, offer: OracleSide, follows: boolean): void {
  const undecided = offer.by === null || offer.by === "follows_buyer";
  const on = buyer.on && offer.party !== null;
  if (follows && undecided && !offer.locked && on !== offer.on) Object.assign(offer, { on, by: "follows_buyer" });
}

/** Rules 7 and 8: said, else the rule's, else by the terms; what was shown stays when the flag falls. */
function price(side: OracleSide, terms: (party: number) => bigint): void {
  if (side.said !== null) side.shown = side.said;
  else if (side.on && side.party !== null) side.shown = side.ruled ?? terms(side.party);
}

/** The standing charge or payout before and after: where they differ, one closes and the other opens. */
function bill(call: OracleCall, opens: string, closes: string, before: OracleSide, after: OracleSide): void {
  const [was, is] = [before, after].map(({ on, shown, party }) => (on && shown > 0n ? `${shown} ${party}` : null));
  if (was === is) return;
  const standing = call.entries.findLast((entry) => entry.kind === opens);
  const { version } = call;
  if (was !== null && standing) call.entries.push({ ...standing, version, kind: closes, offsets: standing.version });
  if (is !== null && after.party !== null)
    call.entries.push({ version, kind: opens, party: after.party, amount: after.shown, offsets: null });
}

function describe({ clock: _, ruled, shown, said, ...rest }: OracleSide): string {
  const from = said !== null ? "said" : ruled !== null ? "ruled" : "terms";
  return JSON.stringify({ ...rest, from, shown: String(shown) });
}
