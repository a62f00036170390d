import { createHash } from "node:crypto";
import { liesInFuture } from "@/lib/call/domain/call-times";
import type { ReportedCall, ReportedFacts } from "@/lib/call/domain/reported-call";
import type { Endpoint } from "./sql/endpoint";

/** The facts that one event of an integration reports of one call. */
export type InboundCall = {
  readonly endpoint: Endpoint;
  /** The provider's id of the call. */
  readonly callKey: string;
  readonly facts: ReportedFacts;
  readonly receivedAt: Date;
  /** A person replayed the event: it replaces what it reported before. */
  readonly replayed: boolean;
};

const KEY_CHARACTERS = 200;

export function inboundCall(
  { externalId, ...facts }: ReportedCall,
  origin: Omit<InboundCall, "callKey" | "facts">,
): InboundCall {
  return { ...origin, callKey: keyOf(externalId), facts: { ...facts, eventId: keyOf(facts.eventId) } };
}

/** Shortens a long id to its beginning and a digest. */
function keyOf(text: string): string {
  if (text.length <= KEY_CHARACTERS) return text;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return `${text.slice(0, KEY_CHARACTERS - 33)}:${digest}`;
}

/** A sentence if a time of the call lies in the future; else null. */
export function impossibleTime({ facts, receivedAt }: InboundCall): string | null {
  const times = [facts.startedAt, facts.answeredAt, facts.endedAt];
  const ahead = times.some((time) => time !== undefined && liesInFuture(time, receivedAt));
  return ahead ? "A time of this call is in the future. Check the integration’s time zone." : null;
}

/** Names of the facts that the event reported. */
export function reportedFields({ facts }: InboundCall): string[] {
  const { eventId, sequence, ...reported } = facts;
  return Object.keys(reported);
}
