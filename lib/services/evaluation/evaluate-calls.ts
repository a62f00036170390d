import type { Verdict } from "@/lib/conversion/domain/command";
import { saveEvaluations } from "@/lib/db/evaluation/save-evaluations";
import type { SqlTx } from "@/lib/db/in-company";
import { fileInInbox } from "@/lib/db/inbox/file-in-inbox";
import { settleProposedFalls } from "@/lib/db/inbox/settle-proposed-falls";
import { SYSTEM_ACCESS } from "@/lib/domain/access/roles";
import { type Side, standing } from "@/lib/domain/call/call-state";
import type { UsedUp } from "@/lib/domain/cap/cap-counts";
import { capStep } from "@/lib/domain/cap/cap-step";
import type { ConversionRequest } from "../conversion/conversion-request";
import { type Batch, type Folded, foldRequests, type StoppedCall } from "../conversion/fold-requests";
import { type Judged, judgeCalls } from "./judge-calls";

export const AUTOMATIC = { type: "system", id: null, name: "Automatic", access: SYSTEM_ACCESS } as const;

/** How many calls stand otherwise now, by how much, and how many decisions would fall and wait for a person. */
export type Evaluated = {
  readonly changed: number;
  readonly proposed: number;
  readonly revenueMinor: bigint;
  readonly payoutMinor: bigint;
};

const NOTHING: Evaluated = { changed: 0, proposed: 0, revenueMinor: 0n, payoutMinor: 0n };

/**
 * Decides calls by the facts known of them, in the transaction that learned of the facts, and keeps why. What somebody
 * said, or locked, stays; a decision that would fall is left to a person.
 */
export async function evaluateCalls(
  tx: SqlTx,
  batch: Batch,
  ids: readonly number[],
  stoppedBefore: readonly StoppedCall[] = [],
): Promise<Evaluated> {
  const judged = ids.length === 0 ? [] : await judgeCalls(tx, batch.company, ids);
  if (judged.length === 0) return NOTHING;
  const folded = await foldRequests(tx, batch, verdictsOf(judged.filter(isOpenToFacts)), ids);
  const { save, stopped } = folded;
  await save();
  const usedUp = usedUpBy([...stoppedBefore, ...stopped]);
  await saveEvaluations(
    tx,
    judged.map((each) => stored(each, usedUp(each), batch.now())),
  );
  await proposeFalls(tx, batch, judged);
  return evaluated(folded, judged);
}

/** What `evaluateCalls` would come to. Nothing is kept. */
export async function foreseeEvaluation(tx: SqlTx, batch: Batch, ids: readonly number[]): Promise<Evaluated> {
  const judged = ids.length === 0 ? [] : await judgeCalls(tx, batch.company, ids);
  if (judged.length === 0) return NOTHING;
  return evaluated(await foldRequests(tx, batch, verdictsOf(judged.filter(isOpenToFacts)), ids), judged);
}

function evaluated({ outcomes, changes }: Folded, judged: readonly Judged[]): Evaluated {
  const gained = (side: Side) =>
    changes.reduce(
      (sum, { before, after }) =>
        sum + (standing(after[side])?.amountMinor ?? 0n) - (standing(before[side])?.amountMinor ?? 0n),
      0n,
    );
  return {
    changed: outcomes.filter((outcome) => outcome.ok && outcome.changed).length,
    proposed: judged.filter(isFalling).length,
    revenueMinor: gained("buyer"),
    payoutMinor: gained("offer"),
  };
}

export function isOpenToFacts({ standing }: Judged): boolean {
  return !standing.explicit && !standing.locked;
}

function verdictsOf(judged: readonly Judged[]): ConversionRequest[] {
  const byCall = new Map<number, Verdict>();
  for (const { facts, verdict } of judged) {
    if (verdict === null) continue;
    const other = byCall.get(facts.id);
    byCall.set(facts.id, other ? { ...other, also: verdict } : { kind: "verdict", ...verdict });
  }
  return [...byCall].map(([id, wish]) => ({ call: { id }, actor: AUTOMATIC, wish }));
}

/** The newest word on each side counts. */
function usedUpBy(stopped: readonly StoppedCall[]): (judged: Judged) => readonly UsedUp[] {
  const bySide = new Map(stopped.map(({ callId, side, usedUp }) => [`${callId} ${side}`, usedUp]));
  return ({ facts, side }) => bySide.get(`${facts.id} ${side}`) ?? [];
}

/** What a cap kept from converting is not converting: the cap says so as the last step. */
function stored({ facts, side, standing, evaluation }: Judged, usedUp: readonly UsedUp[], evaluatedAt: Date) {
  const { steps } = evaluation;
  const converting = usedUp.length > 0 ? null : evaluation.converting;
  return {
    callId: facts.id,
    side,
    evaluatedAt,
    ruleSetId: standing.ruleSetId,
    converting: converting === null ? null : steps.indexOf(converting),
    steps: [...steps.map(({ amount, ...step }) => step), ...usedUp.map((each) => capStep(each, evaluatedAt))],
  };
}

/** A decision of the facts that they no longer bear out is not undone by itself. One that they bear out again is not in question. */
async function proposeFalls(tx: SqlTx, batch: Batch, judged: readonly Judged[]): Promise<void> {
  const falling = judged.filter(isFalling);
  const borneOut = judged.filter((each) => each.verdict !== null && each.standing.fallProposed);
  await fileInInbox(
    tx,
    falling.map(({ facts, side, standing: { mechanism } }) => ({
      receivedAt: batch.now(),
      reason: "would_fall" as const,
      callId: facts.id,
      side,
      mechanism: mechanism ?? "rule",
      actor: AUTOMATIC,
      payload: {},
      problem: "New facts no longer bear out this conversion.",
    })),
  );
  await settleProposedFalls(
    tx,
    borneOut.map(({ facts, side }) => ({ callId: facts.id, side })),
    batch.now(),
  );
}

function isFalling(each: Judged): boolean {
  return isOpenToFacts(each) && each.verdict === null && standsByFacts(each) && !each.standing.fallProposed;
}

function standsByFacts({ standing: { converted, mechanism } }: Judged): boolean {
  return converted && (mechanism === "rule" || mechanism === "duration" || mechanism === "voice_agent");
}
