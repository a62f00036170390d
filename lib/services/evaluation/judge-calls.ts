import { type EarlierWanted, findEarlierCalls } from "@/lib/db/evaluation/find-earlier-calls";
import { type KnownFacts, readFacts, type StandingSide } from "@/lib/db/evaluation/read-facts";
import type { SqlTx } from "@/lib/db/in-company";
import { withDerivedSeconds } from "@/lib/domain/call/call-times";
import type { Company } from "@/lib/domain/company/company";
import type { Side } from "@/lib/domain/conversion/call-state";
import type { SideVerdict } from "@/lib/domain/conversion/wish";
import type { CallFacts, EarlierCall } from "@/lib/domain/evaluation/call-facts";
import { type Evaluation, evaluate, type Mechanisms, type Step } from "@/lib/domain/evaluation/evaluate";
import { amountOfRule } from "@/lib/domain/evaluation/rule-amount";
import { systemTokens } from "@/lib/domain/evaluation/system-tokens";
import { matchPattern } from "./match-pattern";
import { settingsVersions } from "./settings-versions";

/** What the facts of a call say of one of its sides. */
export type Judged = {
  readonly facts: KnownFacts;
  readonly side: Side;
  readonly standing: StandingSide;
  readonly evaluation: Evaluation;
  /** Null where no mechanism holds, or where there is nobody to charge or pay. */
  readonly verdict: SideVerdict | null;
};

const SIDES = ["buyer", "offer"] as const;

/** Evaluates calls by the settings in force when they started, and writes nothing. Sides without settings are passed over. */
export async function judgeCalls(tx: SqlTx, company: Company, ids: readonly number[]): Promise<Judged[]> {
  const known = await readFacts(tx, ids);
  const asked = known.flatMap((facts) =>
    SIDES.flatMap((side) => {
      const id = facts[side].ruleSetId;
      return id === null ? [] : [{ facts, side, id }];
    }),
  );
  if (asked.length === 0) return [];
  const versions = await settingsVersions(tx, company, asked);
  const judging = asked.flatMap(({ facts, side, id }) => {
    const version = versions.get(id);
    return version ? [{ facts, side, mechanisms: version.mechanisms }] : [];
  });
  const earlier = await earlierCallsOf(tx, judging);
  return judging.map((each, position) => judge(each, earlier[position] ?? [], company));
}

type Judging = { readonly facts: KnownFacts; readonly side: Side; readonly mechanisms: Mechanisms };

async function earlierCallsOf(tx: SqlTx, judging: readonly Judging[]): Promise<EarlierCall[][]> {
  const wanted = judging.map(earlierWanted);
  const found = await findEarlierCalls(
    tx,
    wanted.filter((each) => each !== null),
  );
  return wanted.map((each) => (each === null ? [] : (found.shift() ?? [])));
}

function earlierWanted({ facts, side, mechanisms }: Judging): EarlierWanted | null {
  const windowSeconds = Math.max(0, ...mechanisms.rules.map(({ duplicates }) => duplicates?.seconds ?? 0));
  const party = side === "buyer" ? facts.buyerId : facts.offerId;
  if (windowSeconds === 0 || facts.callerHash === null || party === null) return null;
  return {
    callId: facts.id,
    callerHash: facts.callerHash,
    startedAt: facts.startedAt,
    buyerId: side === "buyer" ? party : null,
    offerId: side === "offer" ? party : null,
    windowSeconds,
  };
}

function judge({ facts, side, mechanisms }: Judging, earlierCalls: readonly EarlierCall[], company: Company): Judged {
  const seen = callFacts(facts, earlierCalls, company);
  const evaluation = evaluate(mechanisms, seen, matchPattern);
  return {
    facts,
    side,
    standing: facts[side],
    evaluation,
    verdict: verdictOf(
      evaluation.converting,
      side === "buyer" ? facts.buyerId : facts.trafficSourceId,
      side,
      seen.tokens,
      company,
    ),
  };
}

function callFacts(facts: KnownFacts, earlierCalls: readonly EarlierCall[], company: Company): CallFacts {
  const times = withDerivedSeconds(facts);
  const told = {
    startedAt: facts.startedAt,
    answered: facts.answeredAt !== null || (facts.connectedSeconds ?? 0) > 0,
    durationSeconds: times.durationSeconds,
    connectedSeconds: times.connectedSeconds,
  };
  const tokens = { ...facts.tokens, ...systemTokens(told, facts, company.timeZone) };
  return { ...told, tokens, transcript: facts.transcript, earlierCalls };
}

/** Null where nothing holds, or where there is nobody to charge or pay. */
export function verdictOf(
  step: Step | null,
  party: number | null,
  side: Side,
  tokens: Readonly<Record<string, string>>,
  { decimals }: Company,
): SideVerdict | null {
  if (step === null || party === null) return null;
  const amountMinor = amountOfRule(step.amount, tokens, decimals);
  return {
    side,
    mechanism: step.mechanism === "dialled" ? "duration" : step.mechanism,
    ...(step.ruleId !== null && { ruleId: step.ruleId }),
    ...(amountMinor !== null && { amountMinor }),
  };
}
