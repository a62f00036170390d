import type { Segment } from "../evaluation/call-facts";
import type { CallTimes } from "./call-times";
import { joinTranscript, transcriptLimitError } from "./join-transcript";
import type { SourceFacts } from "./merge-reports";
import { tokenLimitError } from "./token-limit";

/** The part of a call that its source may tell. Parties and amounts are none of its business. */
export type ToldFacts = CallTimes & {
  readonly caller: string | null;
  readonly recordingUrl: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/**
 * A call after its source told more. What the source itself had told is brought up to date; what somebody else put there
 * stays. `before` and `after` are all that the source had said until now and says now.
 */
export function joinSourceFacts(call: ToldFacts, before: SourceFacts, told: SourceFacts): ToldFacts {
  const after = fitting(told, isSame(call.startedAt, before.startedAt) ? null : call.startedAt);
  const fresh = <Value>(here: Value, was: Value | null, is: Value | null): Value =>
    is !== null && (here === null || isSame(here, was)) ? is : here;
  return {
    startedAt: fresh(call.startedAt, before.startedAt, after.startedAt),
    answeredAt: fresh(call.answeredAt, before.answeredAt, after.answeredAt),
    endedAt: fresh(call.endedAt, before.endedAt, after.endedAt),
    durationSeconds: fresh(call.durationSeconds, before.durationSeconds, after.durationSeconds),
    connectedSeconds: connectedOf(call, before, after),
    caller: call.caller ?? after.caller,
    recordingUrl: fresh(call.recordingUrl, before.recordingUrl, after.recordingUrl),
    tokens: tokensOf(call.tokens, before.tokens, after.tokens),
    transcript: transcriptOf(call.transcript, before.transcript, after.transcript),
  };
}

/**
 * Clocks of two systems differ a little: where somebody else said when the call started, an answer a moment before is
 * none. What ended before it started is no time of this clock at all.
 */
function fitting(told: SourceFacts, startedAt: Date | null): SourceFacts {
  if (startedAt === null) return told;
  if (told.endedAt !== null && told.endedAt < startedAt) return { ...told, answeredAt: null, endedAt: null };
  return told.answeredAt !== null && told.answeredAt < startedAt ? { ...told, answeredAt: startedAt } : told;
}

/** The 0 of a leg that nobody took is withdrawn when another leg is answered. */
function connectedOf(call: ToldFacts, before: SourceFacts, after: SourceFacts): number | null {
  const here = call.connectedSeconds;
  return here === null || here === before.connectedSeconds ? after.connectedSeconds : here;
}

function tokensOf(
  here: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const fresh = Object.entries(after).filter(([name]) => here[name] === undefined || here[name] === before[name]);
  const joined = { ...here, ...Object.fromEntries(fresh) };
  return tokenLimitError(joined) === null ? joined : here;
}

function transcriptOf(
  here: readonly Segment[],
  before: readonly Segment[],
  after: readonly Segment[],
): readonly Segment[] {
  if (after.length === 0) return here;
  if (here.length === 0 || sameTranscript(here, before)) return after;
  const joined = joinTranscript(here, after);
  return transcriptLimitError(joined) === null ? joined : here;
}

/** Whether nothing of it would have to be written. */
export function sameFacts(one: ToldFacts, other: ToldFacts): boolean {
  const { tokens, transcript, ...rest } = one;
  const scalars = Object.keys(rest) as (keyof typeof rest)[];
  return (
    scalars.every((key) => isSame(one[key], other[key])) &&
    sameTokens(tokens, other.tokens) &&
    sameTranscript(transcript, other.transcript)
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}

function sameTokens(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function sameTranscript(one: readonly Segment[], other: readonly Segment[]): boolean {
  return (
    one.length === other.length &&
    one.every((segment, position) => {
      const twin = other[position];
      return segment.text === twin?.text && segment.speaker === twin.speaker && segment.atSeconds === twin.atSeconds;
    })
  );
}
