import type { CallFacts } from "./call-facts";
import { secondsOf } from "./duration";
import { wallClock } from "./wall-clock";

/** What conditions may ask beside the tokens that were sent. Names that are sent too do not replace these. */
export type CallIdentity = {
  readonly caller: string | null;
  readonly offerId: number;
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
};

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Tokens that follow from the call itself: durations in seconds, hour and weekday of the start in the company's zone. */
export function systemTokens(
  facts: Omit<CallFacts, "tokens" | "transcript" | "earlierCalls">,
  { caller, offerId, buyerId, trafficSourceId }: CallIdentity,
  timeZone: string,
): Record<string, string> {
  const clock = wallClock(facts.startedAt, timeZone);
  const known: Record<string, string | number | null> = {
    duration: facts.durationSeconds,
    connected_duration: secondsOf("connected", { ...facts, tokens: {}, transcript: [], earlierCalls: [] }),
    caller,
    hour: Math.floor(clock.minuteOfDay / 60),
    weekday: WEEKDAYS[clock.weekday] ?? null,
    offer_id: offerId,
    buyer_id: buyerId,
    traffic_source_id: trafficSourceId,
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
  );
}
