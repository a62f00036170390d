import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { EarlierCall, EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { askedTokens } from "@/lib/evaluation/domain/asked-tokens";
import { duplicateWindow, givesAmounts } from "@/lib/evaluation/domain/duplicate-window";
import {
  type Converting,
  type Evaluation,
  evaluate,
  findConverting,
  type Mechanisms,
} from "@/lib/evaluation/domain/evaluate";
import { factsOfCall } from "@/lib/evaluation/domain/facts-of-call";
import { amountOfRule } from "@/lib/evaluation/domain/rule-amount";
import type { SettingsVersion } from "@/lib/settings/domain/settings-book";
import type { BatchContext, LoadedCall } from "./context";
import type { SideVerdict } from "./verdict";
import { duplicateParty } from "./working-calls";

/** The verdict on one side of a call, and the settings it was made by. */
export type EvaluatedSide = {
  readonly settings: SettingsVersion;
  readonly evaluation: Evaluation;
  /** Null if no mechanism holds, or the side has no party to charge or pay. */
  readonly verdict: SideVerdict | null;
};

/** A verdict with the name of its rule or mechanism. */
export type NamedVerdict = { readonly name: string | null; readonly verdict: SideVerdict | null };

/** The part of a call that is evaluated. */
export type EvaluatedCall = Pick<LoadedCall, "state" | "facts" | "callerHash">;

/** Other calls of the same caller, nearest first. */
type Callers<Call> = { earlierCalls(call: Call, side: Side, partyId: number): readonly EarlierCall[] };

/** Evaluates sides by the settings in force at the start of the call, with the other calls of its caller. */
export class Evaluator<Call extends EvaluatedCall> {
  constructor(
    private readonly context: Pick<BatchContext, "company" | "settings" | "matchPattern">,
    private readonly callers: Callers<Call>,
  ) {}

  /** Null if the side has no settings. `state` is the call after the command. */
  evaluate(call: Call, side: Side, state: CallState = call.state): EvaluatedSide | null {
    const settings = this.settingsOf(side, state);
    if (settings === null) return null;
    const facts = this.factsOf(call, side, state, settings.mechanisms);
    const evaluation = evaluate(settings.mechanisms, facts, this.context.matchPattern);
    return { settings, evaluation, verdict: this.verdictOf(evaluation.converting, side, state, facts) };
  }

  /** Evaluates only if the settings give amounts of their own. */
  evaluateAmount(call: Call, side: Side, state: CallState): EvaluatedSide | null {
    const settings = this.settingsOf(side, state);
    return settings !== null && givesAmounts(settings.mechanisms) ? this.evaluate(call, side, state) : null;
  }

  /** The verdict without its steps, for plans that do not show them. */
  decideSide(call: Call, side: Side, state: CallState, { onlyAmount }: { readonly onlyAmount: boolean }): NamedVerdict {
    const settings = this.settingsOf(side, state);
    if (settings === null || (onlyAmount && !givesAmounts(settings.mechanisms))) return { name: null, verdict: null };
    const facts = this.factsOf(call, side, state, settings.mechanisms);
    const converting = findConverting(settings.mechanisms, facts, this.context.matchPattern);
    return { name: converting?.name ?? null, verdict: this.verdictOf(converting, side, state, facts) };
  }

  private factsOf(call: Call, side: Side, state: CallState, mechanisms: Mechanisms): EvaluationFacts {
    const owner = duplicateParty(state, side);
    const looksBack = duplicateWindow(mechanisms) > 0 && owner !== null;
    return factsOfCall(
      { ...call.facts, startedAt: state.startedAt },
      { offerId: state.offerId, buyerId: state.buyer.partyId, trafficSourceId: state.offer.partyId },
      looksBack ? this.callers.earlierCalls(call, side, owner) : [],
      askedTokens(mechanisms),
      this.context.company.timeZone,
    );
  }

  private verdictOf(
    converting: Converting | null,
    side: Side,
    state: CallState,
    { tokens }: EvaluationFacts,
  ): SideVerdict | null {
    return verdictOf(converting, state[side].partyId, side, tokens, this.context.company.decimals);
  }

  private settingsOf(side: Side, state: CallState): SettingsVersion | null {
    return this.context.settings.inForce(side, duplicateParty(state, side), state.startedAt);
  }
}

function verdictOf(
  step: Converting | null,
  partyId: number | null,
  side: Side,
  tokens: Readonly<Record<string, string>>,
  decimals: number,
): SideVerdict | null {
  if (step === null || partyId === null) return null;
  const amountMinor = amountOfRule(step.amount, tokens, decimals);
  return {
    side,
    mechanism: step.mechanism === "dialled" ? "duration" : step.mechanism,
    ...(step.ruleId !== null && { ruleId: step.ruleId }),
    ...(amountMinor !== null && { amountMinor }),
  };
}
