import type { Command, Update } from "@/lib/conversion/domain/command";
import type { World } from "./world";

/** One side of a call in the oracle's words. What it costs is never stored: it follows from what was said. */
export type OracleSide = {
  on: boolean;
  by: string | null;
  explicit: boolean;
  locked: boolean;
  party: number | null;
  said: bigint | null;
  /** The buyer's own systems said it: it binds nobody else. */
  saidByBuyer: boolean;
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
  /** By sender and name, the words that came under it. */
  events: Map<string, string[]>;
};

export type Told = { ok: boolean; changed?: boolean; held?: string[]; older?: string[]; repeated?: boolean };

const SIDES = ["buyer", "offer"] as const;

/**
 * What DOMAIN.md says of a call after a command, written from its words alone and without a look at the code it judges.
 * Moves `call` on and answers what the caller is to be told.
 */
export function tell(call: OracleCall, command: Command, world: World, now: number): Told {
  const said = command.kind === "update" ? command : null;
  const named = SIDES.filter((side) => said?.[side]);
  if (said && named.every((side) => Object.keys(said[side] ?? {}).length === 0)) return { ok: false };
  const unchanged = { ok: true, changed: false, held: [], older: [], repeated: false };
  if (said && isRepeated(call, said)) return { ...unchanged, repeated: true };
  const words = said?.event ? wordsUnder(call, said) : [];
  if (said?.event && words.includes(said.event.words)) return { ...unchanged, held: named };

  const sides = { buyer: { ...call.buyer }, offer: { ...call.offer } };
  const held = named.filter((side) => sides[side].locked && said?.mechanism !== "manual");
  const older = named.filter(
    (side) => said?.occurredAt && said.occurredAt.getTime() < (sides[side].clock ?? -Infinity),
  );
  for (const name of SIDES) {
    if (!held.includes(name) && !older.includes(name)) say(sides[name], name, command, now);
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
  if (said?.event) call.events.set(eventOf(said), [...words, said.event.words]);
  return { ok: true, changed, held, older, repeated: false };
}

/** Rule 2: the newest words under an event's name are a repetition. */
export function isRepeated(call: OracleCall, said: Update): boolean {
  return said.event !== undefined && wordsUnder(call, said).at(-1) === said.event.words;
}

function wordsUnder({ events }: OracleCall, said: Update): string[] {
  return events.get(eventOf(said)) ?? [];
}

function eventOf({ mechanism, event }: Update): string {
  return `${mechanism} ${event?.name}`;
}

/** Rules 2, 4, 5 and 8: updates, locks and their withdrawal. */
function say(side: OracleSide, name: "buyer" | "offer", command: Command, now: number): void {
  if (command.kind === "update") {
    const { converted, amountMinor, partyId } = command[name] ?? {};
    if (converted !== undefined && !(side.explicit && side.on === converted))
      Object.assign(side, { on: converted, by: command.mechanism, explicit: true });
    if (partyId !== undefined && partyId !== side.party) {
      Object.assign(side, { party: partyId, shown: 0n });
      if (side.saidByBuyer) Object.assign(side, { said: null, saidByBuyer: false });
    }
    if (amountMinor !== undefined) {
      side.said = amountMinor;
      side.saidByBuyer = name === "buyer" && ["secure_api", "webhook"].includes(command.mechanism);
    }
    if (command[name]) side.clock = Math.max(side.clock ?? 0, command.occurredAt?.getTime() ?? now);
    return;
  }
  if (!("side" in command) || command.side !== name) return;
  if (command.kind === "lock") side.locked = command.locked;
  if (command.kind === "returnToAutomatic") {
    if (side.said !== null && !command.keepsAmount) Object.assign(side, { said: null, saidByBuyer: false, shown: 0n });
    if (side.explicit) Object.assign(side, { on: false, by: null, explicit: false });
    Object.assign(side, { locked: false, clock: null });
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

/** Rules 7 and 8: said, else by the terms; what was shown stays when the flag falls. */
function price(side: OracleSide, terms: (party: number) => bigint): void {
  if (side.said !== null) side.shown = side.said;
  else if (side.on && side.party !== null) side.shown = terms(side.party);
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

function describe({ clock: _, shown, said, ...rest }: OracleSide): string {
  const from = said !== null ? "said" : "terms";
  return JSON.stringify({ ...rest, from, shown: String(shown) });
}
