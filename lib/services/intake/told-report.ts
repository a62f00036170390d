import { createHash } from "node:crypto";
import type { ReportedCall, ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import { liesInFuture } from "@/lib/domain/call/call-times";

/** One thing that a source said of one call, ready to be taken in. */
export type ToldReport = {
  readonly endpoint: Endpoint;
  /** The provider and its id of the call: two providers may use equal ids. */
  readonly callKey: string;
  readonly report: ReportedFacts;
  readonly receivedAt: Date;
  /** Somebody asked to read the event again: it takes the place of what it said before. */
  readonly replayed: boolean;
};

const KEY_CHARACTERS = 200;

export function toldReport(
  { externalId, ...report }: ReportedCall,
  origin: Omit<ToldReport, "callKey" | "report">,
): ToldReport {
  return {
    ...origin,
    callKey: keyOf(`${origin.endpoint.provider}:${externalId}`),
    report: { ...report, eventId: keyOf(report.eventId) },
  };
}

/** Of a name that is too long for a key, the beginning and what tells it from others that begin alike. */
function keyOf(text: string): string {
  if (text.length <= KEY_CHARACTERS) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return `${text.slice(0, KEY_CHARACTERS - 33)}:${digest}`;
}

/** A sentence where the event cannot be true; else null. */
export function impossible({ report, receivedAt }: ToldReport): string | null {
  const times = [report.startedAt, report.answeredAt, report.endedAt];
  const ahead = times.some((time) => time !== undefined && liesInFuture(time, receivedAt));
  return ahead ? "A time of this call lies in the future. Check the time zone of the source." : null;
}

/** What of a call the event told, by name. */
export function toldNames({ report }: ToldReport): string[] {
  const { eventId, sequence, ...told } = report;
  return Object.keys(told);
}
