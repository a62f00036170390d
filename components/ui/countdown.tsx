"use client";

import { clockText, durationText } from "./duration-text";
import { useNow } from "./use-now";

type CountdownProps = { until: string; over?: string };

const HOUR = 3600;

/** Time until an ISO 8601 moment: in words, as a clock in the last hour, then `over`. */
export function Countdown({ until, over = "now" }: CountdownProps) {
  const secondsLeft = Math.ceil((Date.parse(until) - useNow(1000)) / 1000);
  return (
    <time dateTime={until} suppressHydrationWarning>
      {secondsLeft > 0 ? leftText(secondsLeft) : over}
    </time>
  );
}

function leftText(seconds: number): string {
  return seconds < HOUR ? clockText(seconds) : durationText(seconds);
}
