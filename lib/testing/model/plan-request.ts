import type { Actor } from "@/lib/access/domain/actor";
import { ROLES, SECURE_TOKEN_ACCESS, SYSTEM_ACCESS, WEBHOOK_ACCESS } from "@/lib/access/domain/roles";
import type { Random } from "@/lib/base/random";
import type { Side } from "@/lib/call/domain/call-state";
import type { ExplicitMechanism } from "@/lib/call/domain/mechanism";
import type { Command } from "@/lib/conversion/domain/command";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { answerRequest, type ModelRequest, type OracleAnswer } from "./answer-request";
import type { Model, ModelCall } from "./given-model";
import { SIDES } from "./oracle-call";
import { someFill, someReport, someTranscript } from "./some-facts";
import { someUpdate } from "./some-update";
import type { World } from "./world";

export type Planned = { readonly call: ModelCall; readonly request: ConversionRequest; readonly answer: OracleAnswer };

const ACTORS: Readonly<Record<ExplicitMechanism, Actor>> = {
  manual: { type: "member", id: null, name: "Olga Owner", access: ROLES.owner },
  api: { type: "api_key", id: null, name: "Reports", access: SYSTEM_ACCESS },
  secure_api: { type: "secure_token", id: null, name: "Secure token", access: SECURE_TOKEN_ACCESS },
  webhook: { type: "webhook", id: null, name: "Birch Roofing", access: WEBHOOK_ACCESS },
  import: { type: "system", id: null, name: "Import", access: SYSTEM_ACCESS },
};
const OPERATOR: Actor = { type: "member", id: null, name: "Otto Operator", access: ROLES.operator };

/** A random request for this call with its expected result; updates the oracle. */
export function planRequest(model: Model, call: ModelCall): Planned {
  const { random, world, elsewhere, ctx } = model;
  const { oracle } = call;
  const now = ctx.now();
  const { command, event } = someCommand(model, call, now);
  const actor = actorOf(random, command);
  const missing = random.chance(0.01);
  const request: ConversionRequest = {
    call: missing ? { id: elsewhere.callId } : refOf(random, call),
    actor,
    command,
    ...(actor.type === "webhook" && { match: { buyerId: someBuyer(random, call, world) } }),
    ...(random.chance(0.04) && { expectedVersion: -1 }),
    ...(random.chance(0.05) && { reason: "The customer called back." }),
  };
  const saying: ModelRequest = { request, ...(event && { event }) };
  const isForbidden = missing || lacksPermission(actor, command, world);
  const answer: OracleAnswer = isForbidden ? { ok: false } : answerRequest(oracle, saying, world, now.getTime());
  if (command.kind === "update" && command.event) call.named.push(command);
  return { call, request, answer };
}

function someCommand(
  { random, world, elsewhere, ctx }: Model,
  call: ModelCall,
  now: Date,
): { readonly command: Command; readonly event?: ModelRequest["event"] } {
  const side: Side = random.pick(SIDES);
  const partyIds = call.isAlone ? world.partyIds : world.uncapped;
  switch (random.weighted([40, 28, 5, 3, 6, 12, 7, 4])) {
    case 1:
      return someReport(random, ctx.company.id, call);
    case 2:
      return { command: someFill(random, partyIds) };
    case 3:
      return { command: someTranscript() };
    case 4:
      return { command: { kind: "evaluate" } };
    case 5:
      return { command: { kind: "returnToAutomatic", side, ...(random.chance(0.3) && { keepsAmount: true }) } };
    case 6:
      return { command: { kind: "lock", side, locked: random.chance(0.5) } };
    case 7:
      return { command: { kind: "revert", side } };
    default: {
      const mechanism = random.pick<ExplicitMechanism>([
        "manual",
        "manual",
        "manual",
        "api",
        "secure_api",
        "webhook",
        "webhook",
        "import",
      ]);
      return { command: someUpdate(random, mechanism, partyIds, elsewhere, { now, before: call.named }) };
    }
  }
}

function actorOf(random: Random, command: Command): Actor {
  if (command.kind !== "update") return ACTORS.api;
  return command.mechanism === "manual" && random.chance(0.1) ? OPERATOR : ACTORS[command.mechanism];
}

function refOf(random: Random, { id, uuid }: ModelCall): ConversionRequest["call"] {
  return random.pick<ConversionRequest["call"]>([{ id }, { uuid }, { uuid: uuid.toUpperCase() }]);
}

/** A buyer's webhook mostly posts about its own calls. */
function someBuyer(random: Random, { oracle }: ModelCall, { partyIds }: World): number {
  const own = oracle.buyer.party;
  return own === null || random.chance(0.1) ? random.pick(partyIds.buyer) : own;
}

/** A token that prices a side needs the permission of its amount. */
function lacksPermission({ name, access }: Actor, command: Command, { pricingTokens }: World): boolean {
  if (command.kind !== "update") return false;
  const names = Object.keys(command.tokens ?? {});
  return SIDES.some((side) => {
    const statesAmount =
      command[side]?.amountMinor !== undefined || names.some((token) => pricingTokens[side].has(token));
    const isBuyersSystem = access === WEBHOOK_ACCESS || access === SECURE_TOKEN_ACCESS;
    return statesAmount && (name === OPERATOR.name || (isBuyersSystem && side === "offer"));
  });
}
