import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { CallChange } from "@/lib/conversion/domain/billing";
import type { Command } from "@/lib/conversion/domain/command";
import { type Decided, type DecisionContext, decide } from "@/lib/conversion/domain/decide";
import type { SideVerdict } from "@/lib/conversion/domain/verdict";

/** The verdict on a side from now on, for its current party. Evaluated at once. */
export type Facts = { readonly kind: "facts"; readonly side: Side; readonly verdict: Omit<SideVerdict, "side"> | null };
export type Step = Command | Facts;

/** A call and its context between steps. */
export type Scene = { readonly call: CallState; readonly context: DecisionContext };

/** One step: the decision, and the next scene. A rejected command leaves the call as it was. */
export function playStep({ call, context }: Scene, step: Step, now: Date): Scene & { readonly decided: Decided } {
  const [command, next] = step.kind === "facts" ? [EVALUATE, withFacts(call, context, step)] : [step, context];
  const decided = decide(call, command, next, now);
  return { call: decided.ok ? decided.call : call, context: next, decided };
}

/** Plays steps one minute apart. Throws on a rejection unless it is to be skipped. */
export function playSteps(
  scene: Scene,
  steps: readonly Step[],
  { from, passRejections = false }: { readonly from: Date; readonly passRejections?: boolean },
): Scene & { readonly changes: readonly CallChange[] } {
  const changes: CallChange[] = [];
  let now = scene;
  for (const [minute, step] of steps.entries()) {
    const { decided, ...next } = playStep(now, step, new Date(from.getTime() + minute * 60_000));
    if (!decided.ok && !passRejections) throw new Error(JSON.stringify(decided.errors));
    if (decided.ok && decided.change) changes.push(decided.change);
    now = next;
  }
  return { ...now, changes };
}

const EVALUATE = { kind: "evaluate" } as const;

function withFacts(call: CallState, context: DecisionContext, { side, verdict }: Facts): DecisionContext {
  const { partyId } = call[side];
  const actual = verdict && partyId !== null ? { side, ...verdict } : null;
  return {
    ...context,
    verdictOn: (asked, state) =>
      asked === side && state[side].partyId === partyId ? actual : context.verdictOn(asked, state),
  };
}
