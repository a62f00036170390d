import { type CallState, SIDES, type Side } from "@/lib/call/domain/call-state";
import type { UsedUp } from "@/lib/cap/domain/cap-counts";
import { capStep } from "@/lib/cap/domain/cap-step";
import type { BatchContext } from "./context";
import { type EvaluatedSide, Evaluator } from "./evaluate-call";
import type { PlannedEvaluation } from "./plan";
import type { WorkingCall, WorkingCalls } from "./working-calls";

type SavedEvaluation = { readonly call: WorkingCall; readonly side: Side; readonly evaluated: EvaluatedSide };

/** The evaluations of a plan: run on demand, saved once per side. */
export class Evaluations {
  private readonly evaluator: Evaluator<WorkingCall>;
  private readonly cache = new Map<string, SavedEvaluation>();
  private readonly stopped = new Map<string, readonly UsedUp[]>();
  private readonly holding = new Set<string>();

  constructor(
    private readonly context: BatchContext,
    calls: WorkingCalls,
  ) {
    this.evaluator = new Evaluator(context, calls);
  }

  verdictOn(call: WorkingCall, side: Side, state: CallState = call.state): EvaluatedSide | null {
    return this.evaluator.evaluate(call, side, state);
  }

  amountOn(call: WorkingCall, side: Side, state: CallState): EvaluatedSide | null {
    return this.evaluator.evaluateAmount(call, side, state);
  }

  keep(call: WorkingCall, side: Side, evaluated: EvaluatedSide): void {
    this.cache.set(keyOf(call, side), { call, side, evaluated });
    this.stopped.delete(keyOf(call, side));
  }

  /** Saves the evaluation of both sides, also of a side that the facts may not decide. */
  evaluateBoth(call: WorkingCall): void {
    for (const side of SIDES) {
      const evaluated = this.evaluator.evaluate(call, side);
      if (evaluated) this.keep(call, side, evaluated);
      if (evaluated?.verdict) this.holding.add(keyOf(call, side));
    }
  }

  /** Whether a mechanism holds for an evaluated side; false without settings. */
  holds(call: WorkingCall, side: Side): boolean {
    return this.holding.has(keyOf(call, side));
  }

  stop(call: WorkingCall, side: Side, usedUp: readonly UsedUp[]): void {
    this.stopped.set(keyOf(call, side), usedUp);
  }

  /** A side stopped by a cap is saved as not converting, with the cap as the last step. */
  toKeep(): PlannedEvaluation[] {
    const { now } = this.context;
    return [...this.cache.values()].map(({ call, side, evaluated }) => {
      const usedUp = this.stopped.get(keyOf(call, side)) ?? [];
      const { steps, converting } = evaluated.evaluation;
      return {
        callId: call.state.id,
        side,
        evaluatedAt: now,
        ruleSetId: evaluated.settings.ruleSetId,
        converting: converting === null || usedUp.length > 0 ? null : steps.indexOf(converting),
        steps: [...steps.map(({ amount, ...step }) => step), ...usedUp.map((usage) => capStep(usage, now))],
      };
    });
  }
}

function keyOf({ state }: WorkingCall, side: Side): string {
  return `${state.id} ${side}`;
}
