"use client";

import { clockText } from "./duration-text";
import { useNow } from "./use-now";

type CountdownProps = { until: string; over?: string };

/** The time left until an ISO 8601 moment, as a clock shows it; then the word for its being over. */
export function Countdown({ until, over = "now" }: CountdownProps) {
  const secondsLeft = Math.ceil((Date.parse(until) - useNow(1000)) / 1000);
  return (
    <time dateTime={until} suppressHydrationWarning>
      {secondsLeft > 0 ? clockText(secondsLeft) : over}
    </time>
  );
}
