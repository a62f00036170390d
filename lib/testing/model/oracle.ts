import type { Side } from "@/lib/call/domain/call-state";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Command, SideUpdate, Update } from "@/lib/conversion/domain/command";
import { type OracleCall, type OracleSide, SIDES } from "./oracle-call";
import { factsText, startOf, verdictOn } from "./oracle-facts";
import type { World } from "./world";

export function isOlder({ clock }: OracleSide, update: Update, side: Side): boolean {
  return update[side] !== undefined && update.occurredAt !== undefined && +update.occurredAt < (clock ?? -Infinity);
}

/** Returns false, and changes nothing, if the command is impossible. */
export function carryOut(
  call: OracleCall,
  command: Command,
  world: World,
  now: number,
  event?: ReportedFacts,
): boolean {
  const next = { ...call, buyer: { ...call.buyer }, offer: { ...call.offer } };
  if (command.kind === "evaluate") next.isDue = true;
  if (command.kind === "update") enterTokens(next, command);
  if (command.kind === "addFacts") addFacts(next, command, event);
  if (factsText(next.facts) !== factsText(call.facts)) next.isDue = true;
  for (const side of SIDES) {
    if (command.kind === "update") say(next[side], command, side, now);
    else if ("side" in command && command.side === side) withdrawOrLock(next, command, world);
  }
  if (SIDES.some((side) => !isPossible(next[side], side, world))) return false;
  resolve(next, call, world);
  // A cap that stops one side causes an evaluation of the whole call.
  if (SIDES.some((side) => next[side].unsure)) for (const side of SIDES) next[side].unsure = true;
  Object.assign(call, next);
  return true;
}

/** Rule 3: a call with new facts is evaluated, and so is every changed side. */
export function evaluate(call: OracleCall, world: World): void {
  const before = { buyer: { ...call.buyer }, offer: { ...call.offer } };
  for (const side of SIDES) if (!call[side].locked) askFacts(call, side, world);
  resolve(call, before, world);
  call.isDue = false;
}

/** The standing amount of a side, and its party. */
export function standingOf(call: OracleCall, side: Side, world: World): { party: number; amount: bigint } | null {
  const { on, party, stated, ruled } = call[side];
  if (!on || party === null) return null;
  const at = startOf(call.facts);
  const byTerms = () =>
    side === "buyer"
      ? world.price(call.offerId, party, at)
      : world.payout(call.offerId, party, at, standingOf(call, "buyer", world)?.amount ?? 0n);
  const amount = stated ?? ruled ?? byTerms();
  return amount === 0n ? null : { party, amount };
}

/**
 * Rules 2, 4 and 8: the last update holds; stated amounts take precedence, and those of a buyer's systems bind only
 * that buyer.
 */
function say(side: OracleSide, update: Update, name: Side, now: number): void {
  const named: SideUpdate | undefined = update[name];
  const { mechanism, occurredAt } = update;
  if (!named || (side.locked && mechanism !== "manual") || isOlder(side, update, name)) return;
  const { converted, amountMinor, partyId } = named;
  if (partyId !== undefined && partyId !== side.party && side.statedByBuyer) forgetAmount(side);
  if (partyId !== undefined) side.party = partyId;
  if (converted !== undefined && !(side.explicit && side.on === converted))
    Object.assign(side, { on: converted, by: mechanism, explicit: true, rule: null, reverted: false });
  if (amountMinor !== undefined) {
    const isCompanys = side.stated === amountMinor && !side.statedByBuyer;
    const statedByBuyer = (mechanism === "secure_api" || mechanism === "webhook") && !isCompanys;
    Object.assign(side, { stated: amountMinor, statedByBuyer });
  }
  side.clock = Math.max(side.clock ?? 0, (occurredAt ?? new Date(now)).getTime());
}

function forgetAmount(side: OracleSide): void {
  Object.assign(side, { stated: null, statedByBuyer: false });
}

/** Rules 2, 3 and 5. */
function withdrawOrLock(call: OracleCall, command: Exclude<Command, { kind: "update" }>, world: World): void {
  if (!("side" in command)) return;
  const side = call[command.side];
  const wasLocked = side.locked;
  if (command.kind === "lock") side.locked = command.locked;
  if (command.kind === "revert" && !side.locked && side.on && !side.explicit && side.by !== "follows_buyer")
    Object.assign(side, { on: false, by: null, rule: null, reverted: true });
  if (command.kind === "returnToAutomatic") {
    if (!command.keepsAmount) forgetAmount(side);
    if (side.explicit) Object.assign(side, { on: false, by: null, explicit: false, rule: null });
    Object.assign(side, { locked: false, clock: null });
    askFacts(call, command.side, world);
  }
  if (wasLocked && !side.locked) call.isDue = true;
}

function askFacts(call: OracleCall, name: Side, world: World): void {
  const side = call[name];
  const verdict = verdictOn(call, name, world);
  side.ruled = verdict?.amount ?? null;
  if (verdict === null || side.explicit) return;
  if (!side.on && side.party === world.cappedIds[name]) side.unsure = true;
  Object.assign(side, { on: true, by: verdict.by, rule: verdict.rule, reverted: false });
}

function enterTokens(call: OracleCall, update: Update): void {
  const named = SIDES.filter((side) => update[side]);
  if (named.length > 0 && named.every((side) => isOlder(call[side], update, side))) return;
  call.facts = { ...call.facts, entered: { ...call.facts.entered, ...update.tokens } };
}

function addFacts(
  call: OracleCall,
  { facts: update }: Extract<Command, { kind: "addFacts" }>,
  event: ReportedFacts | undefined,
): void {
  const { facts } = call;
  if (update.kind === "transcript") call.facts = { ...facts, heard: true };
  if (event) call.facts = { ...facts, reported: [...facts.reported, event] };
  if (update.kind !== "fill") return;
  call.facts = { ...facts, entered: { ...update.tokens, ...facts.entered } };
  call.buyer.party ??= update.buyerId;
  call.offer.party ??= update.trafficSourceId;
}

/** Rule 6; parties of another company do not exist. */
function isPossible({ on, party }: OracleSide, side: Side, world: World): boolean {
  return party === null ? !on : world.partyIds[side].includes(party);
}

/** Rules 1 and 8: the offer side follows, and a changed side gets its amount from the facts. */
function resolve(next: OracleCall, before: Record<Side, OracleSide>, world: World): void {
  follow(next, world);
  for (const side of SIDES) {
    const [was, is] = [before[side], next[side]];
    const isDecided = was.on !== is.on || was.by !== is.by || was.explicit !== is.explicit || was.rule !== is.rule;
    if (isDecided || was.party !== is.party) is.ruled = verdictOn(next, side, world)?.amount ?? null;
    if (was.party !== is.party) next.isDue = true;
  }
}

/** Rule 1: an undecided offer side follows the buyer side both ways. */
function follow(call: OracleCall, world: World): void {
  const { buyer, offer } = call;
  const on = buyer.on && offer.party !== null;
  if (!followsBuyer(call, world) || offer.locked || on === offer.on) return;
  if (buyer.unsure || (on && offer.party === world.cappedIds.offer)) offer.unsure = true;
  Object.assign(offer, { on, by: "follows_buyer" });
}

export function followsBuyer({ offerId, facts, offer }: OracleCall, world: World): boolean {
  const undecided = offer.by === null || offer.by === "follows_buyer";
  return undecided && (world.settings("offer", offerId, startOf(facts))?.followsBuyer ?? false);
}
