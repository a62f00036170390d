import type { Segment } from "../evaluation/call-facts";
import { tokenLimitError } from "./token-limit";

/** What one event of a source says about a call. Absent = not told. */
export type Report = {
  /** The same event twice has the same. */
  readonly eventId: string;
  /** The source's own sequence, where it has one. */
  readonly order?: number;
  /** Our uuid, where it was carried along. */
  readonly uuid?: string;
  readonly caller?: string;
  readonly startedAt?: Date;
  readonly answeredAt?: Date;
  readonly endedAt?: Date;
  readonly durationSeconds?: number;
  readonly connectedSeconds?: number;
  readonly recordingUrl?: string;
  readonly tokens?: Readonly<Record<string, string>>;
  readonly transcript?: readonly Segment[];
};

/** A call as its source knows it: all that its events said. */
export type SourceFacts = {
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
 * The facts of a call from all events of its source, whatever the order in which they arrived and however often. Legs
 * widen the call: the earliest start, the latest answer and end, the longest durations. Of tokens the last event's word
 * counts, of transcripts the longest. Times never contradict each other, since clocks of several machines do.
 */
export function mergeReports(given: readonly Report[]): SourceFacts {
  const reports = distinct(given).sort(inOrder);
  const newestFirst = reports.toReversed();
  const told = <Value>(of: (report: Report) => Value | undefined, among = reports) =>
    among.map(of).filter((value) => value !== undefined);
  const startedAt = earliest(told(({ startedAt }) => startedAt));
  const answeredAt = notBefore(startedAt, latest(told(({ answeredAt }) => answeredAt)));
  const connected = largest(told(({ connectedSeconds }) => connectedSeconds));
  return {
    uuid: told(({ uuid }) => uuid)[0] ?? null,
    caller: told(({ caller }) => caller)[0] ?? null,
    startedAt,
    answeredAt,
    endedAt: notBefore(answeredAt ?? startedAt, latest(told(({ endedAt }) => endedAt))),
    durationSeconds: atLeast(connected, largest(told(({ durationSeconds }) => durationSeconds))),
    // A leg that nobody took says 0; where another was answered, the seconds follow from its times.
    connectedSeconds: connected === 0 && answeredAt !== null ? null : connected,
    recordingUrl: told(({ recordingUrl }) => recordingUrl, newestFirst)[0] ?? null,
    tokens: tokensOf(newestFirst),
    transcript: longestTranscript(reports),
  };
}

/** Whether somebody took the call. */
export function wasAnswered({ answeredAt, connectedSeconds }: SourceFacts): boolean {
  return answeredAt !== null || (connectedSeconds ?? 0) > 0;
}

function distinct(reports: readonly Report[]): Report[] {
  return [...new Map(reports.map((report) => [report.eventId, report])).values()];
}

/** Events that tell no order stand before those that do. */
function inOrder(one: Report, other: Report): number {
  const first = one.order ?? Number.NEGATIVE_INFINITY;
  const second = other.order ?? Number.NEGATIVE_INFINITY;
  if (first !== second) return first < second ? -1 : 1;
  return one.eventId < other.eventId ? -1 : Number(one.eventId > other.eventId);
}

function tokensOf(newestFirst: readonly Report[]): Record<string, string> {
  let tokens: Record<string, string> = {};
  for (const report of newestFirst) {
    const joined = { ...report.tokens, ...tokens };
    if (tokenLimitError(joined) === null) tokens = joined;
  }
  return tokens;
}

function longestTranscript(reports: readonly Report[]): readonly Segment[] {
  const told = reports.flatMap(({ eventId, transcript }) => (transcript ? [{ eventId, transcript }] : []));
  return (
    told
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
