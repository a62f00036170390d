import type { Actor } from "@/lib/access/domain/actor";
import type { CallState } from "@/lib/call/domain/call-state";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import { mergeFacts } from "@/lib/call/domain/merge-facts";
import { applyCommands } from "@/lib/conversion/domain/apply-commands";
import type { Command, Update } from "@/lib/conversion/domain/command";
import type { BatchContext } from "@/lib/conversion/domain/context";
import type { Plan } from "@/lib/conversion/domain/plan";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { OWNER } from "./given-actors";

type Options = Partial<Omit<ConversionRequest, "call" | "command">>;

/** A command for call 1 by the owner, by default. */
export function requestOf(command: Command, { actor = OWNER, ...options }: Options = {}, id = 1): ConversionRequest {
  return { call: { id }, actor, command, ...options };
}

/** An update of call 1 by the actor's mechanism. */
export function updateBy(
  actor: Actor,
  update: Omit<Update, "kind" | "mechanism">,
  options: Omit<Options, "actor"> = {},
  id = 1,
): ConversionRequest {
  return requestOf({ kind: "update", mechanism: mechanismOfActor(actor), ...update }, { actor, ...options }, id);
}

/** An integration that had reported the start `from` of call 1 reports an earlier start. */
export function correctedStart(from: Date, earlier: Date, id = 1): ConversionRequest {
  const recorded = { eventId: "recorded", startedAt: from };
  const before = mergeFacts([recorded]);
  const after = mergeFacts([recorded, { eventId: "corrected", startedAt: earlier }]);
  return requestOf({ kind: "addFacts", facts: { kind: "report", before, after, callerHash: null } }, {}, id);
}

export function evaluationOf(id: number): ConversionRequest {
  return requestOf({ kind: "evaluate" }, {}, id);
}

/** The plan of these requests, and the state of each call after it. */
export function planOf(context: BatchContext, ...requests: readonly ConversionRequest[]) {
  const plan = applyCommands(context, requests);
  return { ...plan, call: (id = 1) => stateIn(plan, id) };
}

function stateIn(plan: Plan, id: number): CallState {
  const state = plan.stateOf(id);
  if (!state) throw new Error(`call ${id} is not in this plan`);
  return state;
}
