"use client";

import { HoverText } from "./hover-text";
import { exactTime, relativeTime, shortTime } from "./time-text";
import { useNow } from "./use-now";

type RelativeTimeProps = { at: string; timeZone: string; className?: string };

const STEP_MS = 15_000;

/** "3 min ago", or a date after a day; exact time on hover and to screen readers. `at` is ISO 8601. */
export function RelativeTime({ at, timeZone, className }: RelativeTimeProps) {
  const now = useNow(STEP_MS);
  const date = new Date(at);
  const exact = exactTime(date, timeZone);
  return (
    <HoverText text={exact} className={className}>
      <time dateTime={at}>
        <span aria-hidden="true" className="whitespace-nowrap" suppressHydrationWarning>
          {relativeTime(date, now) ?? shortTime(date, timeZone, now)}
        </span>
        <span className="sr-only">{exact}</span>
      </time>
    </HoverText>
  );
}
