import { createHash } from "node:crypto";
import { liesInFuture } from "@/lib/call/domain/call-times";
import type { ReportedCall, ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Endpoint } from "./sql/endpoint";

/** What one event of an integration reports of one call. */
export type CallReport = {
  readonly endpoint: Endpoint;
  /** The provider's own id of the call. */
  readonly callKey: string;
  readonly report: ReportedFacts;
  readonly receivedAt: Date;
  /** Somebody asked to read the event again: it takes the place of what it reported before. */
  readonly replayed: boolean;
};

const KEY_CHARACTERS = 200;

export function callReport(
  { externalId, ...report }: ReportedCall,
  origin: Omit<CallReport, "callKey" | "report">,
): CallReport {
  return { ...origin, callKey: keyOf(externalId), report: { ...report, eventId: keyOf(report.eventId) } };
}

/** Of a name that is too long for a key, the beginning and what tells it from others that begin alike. */
function keyOf(text: string): string {
  if (text.length <= KEY_CHARACTERS) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return `${text.slice(0, KEY_CHARACTERS - 33)}:${digest}`;
}

/** A sentence where the event cannot be true; else null. */
export function impossible({ report, receivedAt }: CallReport): string | null {
  const times = [report.startedAt, report.answeredAt, report.endedAt];
  const ahead = times.some((time) => time !== undefined && liesInFuture(time, receivedAt));
  return ahead ? "A time of this call is in the future. Check the integration’s time zone." : null;
}

/** What of a call the event reported, by name. */
export function reportedNames({ report }: CallReport): string[] {
  const { eventId, sequence, ...reported } = report;
  return Object.keys(reported);
}
