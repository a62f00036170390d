"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { RelativeTime } from "@/components/ui/relative-time";
import { changesQuery } from "@/lib/call/client/change";
import type { Evaluation } from "@/lib/evaluation/contract";
import { decidedParts, notConvertedText } from "./why-decided";

type WhyDecidedLineProps = {
  callId: number;
  side: Evaluation["side"];
  evaluations: readonly Evaluation[];
  timeZone: string;
};

const PARTS_SHOWN = 3;

/** "Converted by rule 2 “Booked” 10:46, then overridden by Ana Ruiz 11:20"; long histories show their end. */
export function WhyDecidedLine({ callId, side, evaluations, timeZone }: WhyDecidedLineProps) {
  const {
    data: { changes },
  } = useSuspenseQuery(changesQuery(callId));
  const parts = decidedParts(side, changes, evaluations);
  if (parts.length === 0) {
    const text = evaluations[0] && notConvertedText(evaluations[0]);
    return text && <p className="text-ink-muted">{text}</p>;
  }
  const shown = parts.slice(-PARTS_SHOWN);
  return (
    <p className="text-ink-muted first-letter:uppercase">
      {shown.length < parts.length && "… "}
      {shown.map(({ at, text }, position) => (
        <span key={at + text}>
          {position > 0 && ", then "}
          <span className="text-ink">{text}</span> <RelativeTime at={at} timeZone={timeZone} />
        </span>
      ))}
    </p>
  );
}
