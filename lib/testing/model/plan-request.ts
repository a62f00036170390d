import type { Command, SideUpdate, Update } from "@/lib/conversion/domain/command";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import type { Actor } from "@/lib/domain/access/actor";
import { ROLES, SYSTEM_ACCESS } from "@/lib/domain/access/roles";
import type { Side } from "@/lib/domain/call/call-state";
import type { Random } from "@/prisma/seed/random";
import { isRepeated, type OracleCall, type Told, tell } from "./oracle";
import type { World } from "./world";

export type ModelCall = { readonly id: number; readonly uuid: string; readonly oracle: OracleCall };
export type Planned = { readonly call: ModelCall; readonly request: ConversionRequest; readonly told: Told };

/** What belongs to somebody else and must look as if it were not there. */
export type Elsewhere = { readonly buyerId: number; readonly sourceId: number; readonly callId: number };

const REFUSED: Told = { ok: false };
const AMOUNTS = [0n, 0n, 1n, 999n, 1000n, 1500n, 99_999_999_999n] as const;
const ANYBODY: Actor = { type: "api_key", id: null, name: "Model", access: SYSTEM_ACCESS };
const OPERATOR: Actor = { type: "member", id: null, name: "Operator", access: ROLES.operator };

/** A random request for this call, and what is to come of it; moves the oracle on. */
export function planRequest(random: Random, call: ModelCall, world: World, elsewhere: Elsewhere, now: Date): Planned {
  const { oracle } = call;
  const command = someCommand(random, world, elsewhere, now);
  const actor = random.chance(0.05) ? OPERATOR : ANYBODY;
  const missing = random.chance(0.01);
  const expectedVersion = random.chance(0.12) ? oracle.version - random.pick([0, 0, 1]) : undefined;
  const request: ConversionRequest = {
    call: missing ? { id: elsewhere.callId } : refOf(random, call),
    actor,
    command,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(random.chance(0.05) ? { reason: "The customer called back." } : {}),
  };
  return { call, request, told: foretell() };

  function foretell(): Told {
    if (missing || (actor === OPERATOR && statesAmount(command))) return REFUSED;
    const stale = expectedVersion !== undefined && expectedVersion !== oracle.version;
    return stale && !isKnown(oracle, command) ? REFUSED : tell(oracle, command, world, now.getTime());
  }
}

function refOf(random: Random, { id, uuid }: ModelCall): ConversionRequest["call"] {
  return random.pick<ConversionRequest["call"]>([{ id }, { uuid }, { uuid: uuid.toUpperCase() }]);
}

function statesAmount(command: Command): boolean {
  return command.kind === "update" && (command.buyer?.amountMinor ?? command.offer?.amountMinor) !== undefined;
}

function isKnown(oracle: OracleCall, command: Command): boolean {
  return command.kind === "update" && isRepeated(oracle, command);
}

function someCommand(random: Random, world: World, elsewhere: Elsewhere, now: Date): Command {
  const side: Side = random.pick(["buyer", "offer"]);
  switch (random.weighted([70, 8, 8])) {
    case 1:
      return { kind: "returnToAutomatic", side, ...(random.chance(0.3) && { keepsAmount: true }) };
    case 2:
      return { kind: "lock", side, locked: random.chance(0.5) };
    default:
      return someUpdate(random, world, elsewhere, now);
  }
}

function someUpdate(random: Random, world: World, elsewhere: Elsewhere, now: Date): Update {
  const [buyer, offer] = [random.chance(0.65), random.chance(0.5)];
  return {
    kind: "update",
    mechanism: random.pick(["manual", "manual", "api", "secure_api", "webhook", "import"]),
    ...(buyer && { buyer: someSide(random, world.buyerIds, elsewhere.buyerId) }),
    ...(offer && { offer: someSide(random, world.sourceIds, elsewhere.sourceId) }),
    ...(random.chance(0.15) && { event: someEvent(random) }),
    ...(random.chance(0.2) && { occurredAt: new Date(now.getTime() + random.between(-180, 5) * 60_000) }),
  };
}

/** Often enough the same words, also where the update itself is another: what counts is the words. */
function someEvent(random: Random) {
  return { kind: "event_id", name: `event ${random.between(1, 2)}`, words: `words ${random.between(1, 3)}` } as const;
}

function someSide(random: Random, partyIds: World["buyerIds"], foreignId: number): SideUpdate {
  const partyId = random.chance(0.03) ? foreignId : random.pick(partyIds);
  return {
    ...(random.chance(0.75) && { converted: random.chance(0.6) }),
    ...(random.chance(0.3) && { amountMinor: random.pick(AMOUNTS) }),
    ...(random.chance(0.3) && { partyId }),
  };
}
