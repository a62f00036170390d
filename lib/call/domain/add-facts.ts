import type { MergedFacts } from "@/lib/call/domain/merge-facts";
import { mergeTranscript, transcriptLimitError } from "@/lib/call/domain/merge-transcript";
import type { CallTimes } from "./call-times";
import type { Segment } from "./evaluation-facts";
import { tokenLimitError } from "./token-limit";

/** The facts of a call that its integration may report; parties and amounts are not among them. */
export type CallFacts = CallTimes & {
  readonly caller: string | null;
  readonly recordingUrl: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/**
 * The facts after the integration reported more. Values that the integration reported are updated; values entered by
 * others stay. `before` and `after` are the merged facts of its events without and with the new ones.
 */
export function addFacts(call: CallFacts, before: MergedFacts, after: MergedFacts): CallFacts {
  const isOwnStart = isSame(call.startedAt, before.startedAt);
  const reported = isOwnStart ? after : fittingStart(after, call.startedAt);
  const updated = <Value>(current: Value, was: Value | null, is: Value | null): Value =>
    is !== null && (current === null || isSame(current, was)) ? is : current;
  return {
    startedAt: updated(call.startedAt, before.startedAt, reported.startedAt),
    answeredAt: updated(call.answeredAt, before.answeredAt, reported.answeredAt),
    endedAt: updated(call.endedAt, before.endedAt, reported.endedAt),
    durationSeconds: updated(call.durationSeconds, before.durationSeconds, reported.durationSeconds),
    connectedSeconds: connectedOf(call, before, reported),
    caller: call.caller ?? reported.caller,
    recordingUrl: updated(call.recordingUrl, before.recordingUrl, reported.recordingUrl),
    tokens: tokensOf(call.tokens, before.tokens, reported.tokens),
    transcript: transcriptOf(call.transcript, before.transcript, reported.transcript),
  };
}

/**
 * The clocks of two systems differ a little. If somebody else entered the start, an earlier answer is moved to the
 * start, and times of a call that ended before it are dropped.
 */
function fittingStart(reported: MergedFacts, startedAt: Date): MergedFacts {
  const { answeredAt, endedAt } = reported;
  if (endedAt !== null && endedAt < startedAt) return { ...reported, answeredAt: null, endedAt: null };
  return answeredAt !== null && answeredAt < startedAt ? { ...reported, answeredAt: startedAt } : reported;
}

/** An unanswered leg reports 0 seconds; it is replaced when another leg is answered. */
function connectedOf(call: CallFacts, before: MergedFacts, after: MergedFacts): number | null {
  const current = call.connectedSeconds;
  return current === null || current === before.connectedSeconds ? after.connectedSeconds : current;
}

function tokensOf(
  current: CallFacts["tokens"],
  before: CallFacts["tokens"],
  after: CallFacts["tokens"],
): CallFacts["tokens"] {
  const updated = Object.entries(after).filter(
    ([name]) => current[name] === undefined || current[name] === before[name],
  );
  const merged = { ...current, ...Object.fromEntries(updated) };
  return tokenLimitError(merged) === null ? merged : current;
}

function transcriptOf(
  current: readonly Segment[],
  before: readonly Segment[],
  after: readonly Segment[],
): readonly Segment[] {
  if (after.length === 0) return current;
  if (current.length === 0 || isSameTranscript(current, before)) return after;
  const merged = mergeTranscript(current, after);
  return transcriptLimitError(merged) === null ? merged : current;
}

/** Whether two states are equal, so that nothing has to be written. */
export function isSameFacts(one: CallFacts, other: CallFacts): boolean {
  const { tokens, transcript, ...rest } = one;
  const scalars = Object.keys(rest) as (keyof typeof rest)[];
  return (
    scalars.every((key) => isSame(one[key], other[key])) &&
    isSameTokens(tokens, other.tokens) &&
    isSameTranscript(transcript, other.transcript)
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
}

function isSameTokens(one: CallFacts["tokens"], other: CallFacts["tokens"]): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function isSameTranscript(one: readonly Segment[], other: readonly Segment[]): boolean {
  return (
    one.length === other.length &&
    one.every((segment, position) => {
      const twin = other[position];
      return segment.text === twin?.text && segment.speaker === twin.speaker && segment.atSeconds === twin.atSeconds;
    })
  );
}
