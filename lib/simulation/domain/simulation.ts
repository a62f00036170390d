import { type CallState, isStated, SIDES, type Side, type SideState } from "@/lib/call/domain/call-state";
import type { CapCounts } from "@/lib/cap/domain/cap-counts";
import type { Command } from "@/lib/conversion/domain/command";
import type { BatchContext } from "@/lib/conversion/domain/context";
import { decideWithinCaps } from "@/lib/conversion/domain/decide-within-caps";
import { type EvaluatedCall, Evaluator } from "@/lib/conversion/domain/evaluate-call";
import { wasConnected } from "@/lib/evaluation/domain/facts-of-call";
import type { SimulatedCallers } from "./simulated-callers";

/** Of a simulation: the settings hold the draft in place of its owner's own versions. */
export type SimulationContext = Pick<
  BatchContext,
  "company" | "now" | "buyerAccounts" | "sourceAccounts" | "terms" | "settings" | "matchPattern"
> & { readonly counts: CapCounts; readonly callers: SimulatedCallers };

export type Simulated = {
  readonly before: CallState;
  readonly after: CallState;
  readonly differs: boolean;
  /** The rule or mechanism that converts it, as people call it. */
  readonly by: string | null;
};

/**
 * How the calls of an owner would stand if a draft of its settings had been in force, call by call in the order of their
 * start: later ones see the earlier ones as simulated. The other side goes along only where it follows, or is a share.
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

/** What somebody said is said again, by whomever; where nobody did, the facts are asked. */
function askedAgain(state: CallState, side: Side): Command {
  const { decision, converted } = state[side];
  if (!decision?.explicit) return { kind: "returnToAutomatic", side, keepsAmount: true };
  return { kind: "update", mechanism: "manual", [side]: { converted } };
}

/** As if nobody and nothing had decided yet; an amount that somebody stated stays. */
function undecided(state: SideState): SideState {
  const amount = isStated(state) ? {} : { amountMinor: 0n, amountFrom: null };
  return { ...state, ...amount, converted: false, decision: null, stoppedByCap: false };
}

/** Terms that came later never touch what stands: only the draft's rules give a standing conversion another amount. */
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
