import { type CallTimes, withDerivedSeconds } from "@/lib/call/domain/call-times";
import type { EarlierCall, EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { type CallIdentity, withSystemTokens } from "./system-tokens";

type EvaluatedFacts = CallTimes & Pick<EvaluationFacts, "tokens" | "transcript"> & Pick<CallIdentity, "caller">;
type Parties = Omit<CallIdentity, "caller">;

/** The facts of a call to evaluate. `asked` are the names of the tokens that the mechanisms use. */
export function factsOfCall(
  call: EvaluatedFacts,
  parties: Parties,
  earlierCalls: readonly EarlierCall[],
  asked: ReadonlySet<string>,
  timeZone: string,
): EvaluationFacts {
  const { startedAt, transcript } = call;
  const { durationSeconds, connectedSeconds } = withDerivedSeconds(call);
  const answered = wasConnected(call);
  const reported = { startedAt, answered, durationSeconds, connectedSeconds };
  const tokens = withSystemTokens(call.tokens, asked, reported, { ...parties, caller: call.caller }, timeZone);
  return { startedAt, answered, durationSeconds, connectedSeconds, tokens, transcript, earlierCalls };
}

/** A phone system that reports only seconds gives no answer time, so its seconds count as connected. */
export function wasConnected({
  answeredAt,
  connectedSeconds,
  durationSeconds,
}: Pick<CallTimes, "answeredAt" | "connectedSeconds" | "durationSeconds">): boolean {
  return answeredAt !== null || (connectedSeconds ?? durationSeconds ?? 0) > 0;
}
