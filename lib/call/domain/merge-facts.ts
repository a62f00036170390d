import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Segment } from "./evaluation-facts";
import { tokenLimitError } from "./token-limit";

/** The facts of a call merged from all its events. Null means not reported. */
export type MergedFacts = {
  readonly uuid: string | null;
  readonly caller: string | null;
  readonly startedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
  readonly recordingUrl: string | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/**
 * Merges the facts of all events. The result does not depend on the order and number of deliveries. Several legs widen
 * the call: earliest start, latest answer and end, longest durations. Tokens take the last event's value, transcripts
 * the longest. Contradicting clocks are corrected.
 */
export function mergeFacts(reported: readonly ReportedFacts[]): MergedFacts {
  const events = distinct(reported).sort(inSequence);
  const newestFirst = events.toReversed();
  const valuesOf = <Value>(pick: (event: ReportedFacts) => Value | undefined, among = events) =>
    among.map(pick).filter((value) => value !== undefined);
  const startedAt = earliest(valuesOf(({ startedAt }) => startedAt));
  const answeredAt = notBefore(startedAt, latest(valuesOf(({ answeredAt }) => answeredAt)));
  const connected = largest(valuesOf(({ connectedSeconds }) => connectedSeconds));
  return {
    uuid: valuesOf(({ uuid }) => uuid)[0] ?? null,
    caller: valuesOf(({ caller }) => caller)[0] ?? null,
    startedAt,
    answeredAt,
    endedAt: notBefore(answeredAt ?? startedAt, latest(valuesOf(({ endedAt }) => endedAt))),
    durationSeconds: atLeast(connected, largest(valuesOf(({ durationSeconds }) => durationSeconds))),
    // An unanswered leg reports 0; if another leg was answered, the seconds follow from its times.
    connectedSeconds: connected === 0 && answeredAt !== null ? null : connected,
    recordingUrl: valuesOf(({ recordingUrl }) => recordingUrl, newestFirst)[0] ?? null,
    tokens: tokensOf(newestFirst),
    transcript: longestTranscript(events),
  };
}

export function wasAnswered({ answeredAt, connectedSeconds }: MergedFacts): boolean {
  return answeredAt !== null || (connectedSeconds ?? 0) > 0;
}

function distinct(events: readonly ReportedFacts[]): ReportedFacts[] {
  return [...new Map(events.map((event) => [event.eventId, event])).values()];
}

/** Events without a sequence come first. */
function inSequence(one: ReportedFacts, other: ReportedFacts): number {
  const first = one.sequence ?? Number.NEGATIVE_INFINITY;
  const second = other.sequence ?? Number.NEGATIVE_INFINITY;
  if (first !== second) return first < second ? -1 : 1;
  return one.eventId < other.eventId ? -1 : Number(one.eventId > other.eventId);
}

function tokensOf(newestFirst: readonly ReportedFacts[]): Record<string, string> {
  let tokens: Record<string, string> = {};
  for (const event of newestFirst) {
    const merged = { ...event.tokens, ...tokens };
    if (tokenLimitError(merged) === null) tokens = merged;
  }
  return tokens;
}

function longestTranscript(events: readonly ReportedFacts[]): readonly Segment[] {
  const transcripts = events.flatMap(({ eventId, transcript }) => (transcript ? [{ eventId, transcript }] : []));
  return (
    transcripts
      .toSorted(
        (one, other) => other.transcript.length - one.transcript.length || (one.eventId < other.eventId ? -1 : 1),
      )
      .map(({ transcript }) => transcript)[0] ?? []
  );
}

function earliest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map(Number)));
}

function latest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.max(...times.map(Number)));
}

function notBefore(floor: Date | null, time: Date | null): Date | null {
  return floor !== null && time !== null && time < floor ? floor : time;
}

function largest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.max(...numbers);
}

function atLeast(floor: number | null, seconds: number | null): number | null {
  return seconds === null ? null : Math.max(floor ?? 0, seconds);
}
