import type { MergedFacts } from "@/lib/call/domain/merge-facts";
import type { SqlTx } from "@/lib/db/in-company";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import { insertSourceCalls, type SourceCallRecord } from "@/lib/db/webhooks/insert-source-calls";
import { timeErrors } from "@/lib/domain/call/call-times";
import { parseCaller } from "@/lib/domain/call/caller";
import type { CompanyId } from "@/lib/domain/ids";
import { callerHash } from "../call/caller-hash";

/**
 * A call as its source tells it, with the offer, traffic source and buyer of the endpoint. Null while nobody has said
 * when it started, and where it carries a uuid of ours: then the call is there, or will be, without us.
 */
export function newCallOf(
  company: CompanyId,
  callKey: string,
  endpoint: Endpoint,
  facts: MergedFacts,
): SourceCallRecord | null {
  const { uuid, startedAt } = facts;
  const { offerId, trafficSourceId, buyerId } = endpoint;
  if (uuid !== null || startedAt === null || offerId === null) return null;
  const caller = callerOf(facts);
  const hash = caller === null ? null : callerHash(company, caller);
  return { ...facts, startedAt, externalId: callKey, caller, callerHash: hash, offerId, trafficSourceId, buyerId };
}

/** Makes them in the order of their names, as everybody does. Answers numbers by name; without one, somebody was faster. */
export function makeCalls(tx: SqlTx, news: readonly SourceCallRecord[]): Promise<ReadonlyMap<string, number>> {
  return insertSourceCalls(
    tx,
    news.toSorted((one, other) => (one.externalId < other.externalId ? -1 : 1)),
  );
}

export function callerOf({ caller }: MergedFacts): string | null {
  return (caller === null ? null : parseCaller(caller)) ?? null;
}

export function timeProblem(facts: Parameters<typeof timeErrors>[0], now: Date): string | null {
  const sentences = Object.values(timeErrors(facts, now));
  return sentences.length === 0 ? null : sentences.join(" ");
}
