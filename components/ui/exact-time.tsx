"use client";

import { HoverText } from "./hover-text";
import { exactTime, longTime } from "./time-text";

type ExactTimeProps = { at: string; timeZone: string; className?: string };

/** "Mon 23 Nov 2026, 10:42"; with seconds and zone on hover and to screen readers. `at` is ISO 8601. */
export function ExactTime({ at, timeZone, className }: ExactTimeProps) {
  const date = new Date(at);
  const exact = exactTime(date, timeZone);
  return (
    <HoverText text={exact} className={className}>
      <time dateTime={at}>
        <span aria-hidden="true">{longTime(date, timeZone)}</span>
        <span className="sr-only">{exact}</span>
      </time>
    </HoverText>
  );
}
