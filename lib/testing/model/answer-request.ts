import type { Side } from "@/lib/call/domain/call-state";
import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Update } from "@/lib/conversion/domain/command";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { carryOut, isOlder } from "./oracle";
import { type OracleCall, SIDES } from "./oracle-call";
import { startOf } from "./oracle-facts";
import { permittedPart } from "./oracle-limits";
import type { World } from "./world";

/** A request and, for an integration, the event that it reports. */
export type ModelRequest = { readonly request: ConversionRequest; readonly event?: ReportedFacts };

export type OracleAnswer =
  | { readonly ok: false }
  | { readonly ok: true; readonly held: readonly Side[]; readonly older: readonly Side[]; readonly repeated: boolean };

const REJECTED: OracleAnswer = { ok: false };
const DONE = { ok: true, held: [], older: [], repeated: false } as const;

/**
 * The expected outcome of a command, written from the specification without looking at the tested code. Updates `call`
 * and returns the expected answer.
 */
export function answerRequest(
  call: OracleCall,
  { request, event }: ModelRequest,
  world: World,
  now: number,
): OracleAnswer {
  const { command, match, expectedVersion } = request;
  if (match?.buyerId !== undefined) {
    if (match.buyerId !== call.buyer.party) return REJECTED;
    if (world.settings("buyer", match.buyerId, startOf(call.facts))?.webhook === false) return REJECTED;
  }
  if (command.kind === "update") return answerUpdate(call, command, expectedVersion !== undefined, world, now);
  if (expectedVersion !== undefined) return REJECTED;
  return carryOut(call, command, world, now, event) ? DONE : REJECTED;
}

function answerUpdate(call: OracleCall, stated: Update, isStale: boolean, world: World, now: number): OracleAnswer {
  if (!stated.buyer && !stated.offer && !stated.tokens) return REJECTED;
  const key = stated.event && JSON.stringify([stated.mechanism, stated.event.kind, stated.event.name]);
  const content = (key && call.events.get(key)) ?? [];
  if (stated.event && content.at(-1) === stated.event.content) return { ...DONE, repeated: true };
  if (isStale) return REJECTED;
  if (stated.event?.kind === "event_id" && content.includes(stated.event.content)) {
    const named = SIDES.filter((side) => stated[side]);
    return { ...DONE, held: named.length > 0 ? named : ["buyer"] };
  }
  const { update, held } = permittedPart(call, stated, world, now);
  const locked = SIDES.filter((side) => update[side] && call[side].locked && update.mechanism !== "manual");
  const older = SIDES.filter((side) => isOlder(call[side], update, side));
  if (!carryOut(call, update, world, now)) return REJECTED;
  if (key && stated.event) call.events = new Map([...call.events, [key, [...content, stated.event.content]]]);
  return {
    ok: true,
    held: SIDES.filter((side) => held.includes(side) || locked.includes(side)),
    older,
    repeated: false,
  };
}
