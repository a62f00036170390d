import { wallClock } from "@/lib/base/wall-clock";
import type { EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { secondsOf } from "./duration";

/** System tokens are derived from the call. A reported token of the same name does not replace them. */
export type CallIdentity = {
  readonly caller: string | null;
  readonly offerId: number;
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
};

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

type ReportedFigures = Omit<EvaluationFacts, "tokens" | "transcript" | "earlierCalls">;

const SYSTEM_TOKENS: Record<
  string,
  (facts: ReportedFigures, identity: CallIdentity, timeZone: string) => string | number | null
> = {
  duration: (facts) => facts.durationSeconds,
  connected_duration: (facts) => secondsOf("connected", facts),
  caller: (_, { caller }) => caller,
  hour: ({ startedAt }, _, timeZone) => Math.floor(wallClock(startedAt, timeZone).minuteOfDay / 60),
  weekday: ({ startedAt }, _, timeZone) => WEEKDAYS[wallClock(startedAt, timeZone).weekday] ?? null,
  offer_id: (_, { offerId }) => offerId,
  buyer_id: (_, { buyerId }) => buyerId,
  traffic_source_id: (_, { trafficSourceId }) => trafficSourceId,
};

/**
 * The reported tokens plus the requested system tokens: durations in seconds, hour and weekday of the start in the
 * company's time zone, party ids.
 */
export function withSystemTokens(
  sent: Readonly<Record<string, string>>,
  asked: ReadonlySet<string>,
  facts: ReportedFigures,
  identity: CallIdentity,
  timeZone: string,
): Readonly<Record<string, string>> {
  const names = Object.keys(SYSTEM_TOKENS).filter((name) => asked.has(name));
  if (names.length === 0) return sent;
  const tokens = { ...sent };
  for (const name of names) {
    const value = SYSTEM_TOKENS[name]?.(facts, identity, timeZone) ?? null;
    if (value === null) delete tokens[name];
    else tokens[name] = String(value);
  }
  return tokens;
}
