import type { SideVerdict } from "@/lib/conversion/domain/command";
import { type EarlierWanted, findEarlierCalls } from "@/lib/db/evaluation/find-earlier-calls";
import { type KnownFacts, readFacts, type StandingSide } from "@/lib/db/evaluation/read-facts";
import type { SqlTx } from "@/lib/db/in-company";
import type { Side } from "@/lib/domain/call/call-state";
import { withDerivedSeconds } from "@/lib/domain/call/call-times";
import type { Company } from "@/lib/domain/company/company";
import { askedTokens } from "@/lib/domain/evaluation/asked-tokens";
import type { CallFacts, EarlierCall } from "@/lib/domain/evaluation/call-facts";
import { type Evaluation, evaluate, type Mechanisms, type Step } from "@/lib/domain/evaluation/evaluate";
import { amountOfRule } from "@/lib/domain/evaluation/rule-amount";
import { type CallIdentity, withSystemTokens } from "@/lib/domain/evaluation/system-tokens";
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
  const windowSeconds = duplicateWindow(mechanisms);
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

/** How far back these mechanisms look, in seconds; 0 for not at all. */
export function duplicateWindow({ rules }: Mechanisms): number {
  return rules.reduce((widest, { duplicates }) => Math.max(widest, duplicates?.seconds ?? 0), 0);
}

function judge({ facts, side, mechanisms }: Judging, earlierCalls: readonly EarlierCall[], company: Company): Judged {
  const seen = callFacts(facts, earlierCalls, askedTokens(mechanisms), company);
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

type Known = Omit<CallFacts, "answered" | "earlierCalls"> &
  CallIdentity & { readonly answeredAt: Date | null; readonly endedAt: Date | null };

/** What evaluating looks at, from what is known of a call. */
export function callFacts(
  known: Known,
  earlierCalls: readonly EarlierCall[],
  asked: ReadonlySet<string>,
  { timeZone }: Company,
): CallFacts {
  const { startedAt, answeredAt, endedAt, transcript } = known;
  const { durationSeconds, connectedSeconds } = withDerivedSeconds({
    startedAt,
    answeredAt,
    endedAt,
    durationSeconds: known.durationSeconds,
    connectedSeconds: known.connectedSeconds,
  });
  // A source that tells seconds alone does not tell when the buyer answered: what it told counts as connected.
  const answered = answeredAt !== null || (known.connectedSeconds ?? known.durationSeconds ?? 0) > 0;
  const told = { startedAt, answered, durationSeconds, connectedSeconds };
  const tokens = withSystemTokens(known.tokens, asked, told, known, timeZone);
  return { startedAt, answered, durationSeconds, connectedSeconds, tokens, transcript, earlierCalls };
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
