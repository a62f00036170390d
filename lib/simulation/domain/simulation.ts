import { type CallState, isStated, SIDES, type Side, type SideState } from "@/lib/call/domain/call-state";
import type { CapCounts } from "@/lib/cap/domain/cap-counts";
import type { Command } from "@/lib/conversion/domain/command";
import type { BatchContext } from "@/lib/conversion/domain/context";
import { decideWithinCaps } from "@/lib/conversion/domain/decide-within-caps";
import { type EvaluatedCall, Evaluator } from "@/lib/conversion/domain/evaluate-call";
import { wasConnected } from "@/lib/evaluation/domain/facts-of-call";
import type { SimulatedCallers } from "./simulated-callers";

/** The context of a simulation: the draft replaces its owner's versions. */
export type SimulationContext = Pick<
  BatchContext,
  "company" | "now" | "buyerAccounts" | "sourceAccounts" | "terms" | "settings" | "matchPattern"
> & { readonly counts: CapCounts; readonly callers: SimulatedCallers };

export type Simulated = {
  readonly before: CallState;
  readonly after: CallState;
  readonly differs: boolean;
  /** The name of the rule or mechanism that converts it. */
  readonly by: string | null;
};

/**
 * Simulates the calls of an owner under draft settings, in order of start; later calls see earlier ones as simulated.
 * The other side changes only by following or by a percentage.
 */
export class Simulation {
  private readonly evaluator: Evaluator<EvaluatedCall>;

  constructor(
    private readonly side: Side,
    private readonly context: SimulationContext,
  ) {
    this.evaluator = new Evaluator(context, context.callers);
  }

  simulate(call: EvaluatedCall): Simulated {
    const { state: before, facts, callerHash } = call;
    const { side } = this;
    const { counts, callers } = this.context;
    const decided = before[side].locked ? { after: before, by: null } : this.decide(call);
    const after = isTouched(before[side], decided.after[side]) ? decided.after : before;
    counts.add(after);
    const { startedAt } = after;
    callers.add(callerHash, { startedAt, converted: after[side].converted, connected: wasConnected(facts) });
    const { converted, decision } = after[side];
    return { before, after, differs: differs(before, after), by: converted && !decision?.explicit ? decided.by : null };
  }

  private decide(call: EvaluatedCall): { readonly after: CallState; readonly by: string | null } {
    const { side, evaluator, context } = this;
    const { state } = call;
    const command = askedAgain(state, side);
    let by: string | null = null;
    const offer = context.settings.inForce("offer", state.offerId, state.startedAt);
    const decisionContext = {
      buyerAccounts: context.buyerAccounts,
      sourceAccounts: context.sourceAccounts,
      terms: context.terms,
      offerFollowsBuyer: offer?.followsBuyer ?? false,
      verdictOn: (asked: Side, as: CallState) => {
        const onlyAmount = command.kind === "update" || asked !== side;
        const { name, verdict } = evaluator.decideSide(call, asked, as, { onlyAmount });
        if (asked === side) by = name;
        return verdict;
      },
    };
    const start = { ...state, [side]: undecided(state[side]) };
    const { decided } = decideWithinCaps(start, command, decisionContext, context.now, context.counts);
    return { after: decided.ok ? decided.call : state, by };
  }
}

/** Repeats an explicit decision, and evaluates an undecided side. */
function askedAgain(state: CallState, side: Side): Command {
  const { decision, converted } = state[side];
  if (!decision?.explicit) return { kind: "returnToAutomatic", side, keepsAmount: true };
  return { kind: "update", mechanism: "manual", [side]: { converted } };
}

/** The side before any decision; a stated amount stays. */
function undecided(state: SideState): SideState {
  const amount = isStated(state) ? {} : { amountMinor: 0n, amountFrom: null };
  return { ...state, ...amount, converted: false, decision: null, stoppedByCap: false };
}

/** Newer terms never change existing amounts; only the draft's rules do. */
function isTouched(
  { converted: was, amountFrom: from }: SideState,
  { converted: is, amountFrom: by }: SideState,
): boolean {
  return was !== is || (was && !(from === "terms" && by === "terms"));
}

function differs(before: CallState, after: CallState): boolean {
  return SIDES.some(
    (side) =>
      before[side].converted !== after[side].converted ||
      (before[side].converted && before[side].amountMinor !== after[side].amountMinor),
  );
}
