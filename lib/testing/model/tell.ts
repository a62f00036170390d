import type { Side } from "@/lib/call/domain/call-state";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Update } from "@/lib/conversion/domain/command";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { carryOut, isOlder } from "./oracle";
import { type OracleCall, SIDES } from "./oracle-call";
import { startOf } from "./oracle-facts";
import { permittedPart } from "./oracle-limits";
import type { World } from "./world";

/** A request and, where an integration reports something, the event that it reports. */
export type Saying = { readonly request: ConversionRequest; readonly event?: ReportedFacts };

export type Told =
  | { readonly ok: false }
  | { readonly ok: true; readonly held: readonly Side[]; readonly older: readonly Side[]; readonly repeated: boolean };

const REJECTED: Told = { ok: false };
const DONE = { ok: true, held: [], older: [], repeated: false } as const;

/**
 * What DOMAIN.md says of a call after a command, written from its words alone and without a look at the code it judges.
 * Moves `call` on and answers what the caller is to be told.
 */
export function tell(call: OracleCall, { request, event }: Saying, world: World, now: number): Told {
  const { command, match, expectedVersion } = request;
  if (match?.buyerId !== undefined) {
    if (match.buyerId !== call.buyer.party) return REJECTED;
    if (world.settings("buyer", match.buyerId, startOf(call.facts))?.webhook === false) return REJECTED;
  }
  if (command.kind === "update") return tellUpdate(call, command, expectedVersion !== undefined, world, now);
  if (expectedVersion !== undefined) return REJECTED;
  return carryOut(call, command, world, now, event) ? DONE : REJECTED;
}

function tellUpdate(call: OracleCall, said: Update, isStale: boolean, world: World, now: number): Told {
  if (!said.buyer && !said.offer && !said.tokens) return REJECTED;
  const key = said.event && JSON.stringify([said.mechanism, said.event.kind, said.event.name]);
  const words = (key && call.events.get(key)) ?? [];
  if (said.event && words.at(-1) === said.event.words) return { ...DONE, repeated: true };
  if (isStale) return REJECTED;
  if (said.event?.kind === "event_id" && words.includes(said.event.words)) {
    const named = SIDES.filter((side) => said[side]);
    return { ...DONE, held: named.length > 0 ? named : ["buyer"] };
  }
  const { update, held } = permittedPart(call, said, world, now);
  const locked = SIDES.filter((side) => update[side] && call[side].locked && update.mechanism !== "manual");
  const older = SIDES.filter((side) => isOlder(call[side], update, side));
  if (!carryOut(call, update, world, now)) return REJECTED;
  if (key && said.event) call.events = new Map([...call.events, [key, [...words, said.event.words]]]);
  return {
    ok: true,
    held: SIDES.filter((side) => held.includes(side) || locked.includes(side)),
    older,
    repeated: false,
  };
}
