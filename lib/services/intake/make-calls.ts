import { type CallRecord, insertCalls } from "@/lib/db/calls/insert-calls";
import type { Tx } from "@/lib/db/in-company";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import { saveNewTranscripts } from "@/lib/db/webhooks/source-calls";
import { timeErrors } from "@/lib/domain/call/call-times";
import { parseCaller } from "@/lib/domain/call/caller";
import type { SourceFacts } from "@/lib/domain/call/merge-reports";
import type { CompanyId } from "@/lib/domain/ids";
import { callerHash } from "../call/caller-hash";

/** A call that only its source knows so far. */
export type NewCallOfSource = CallRecord & {
  readonly externalId: string;
  readonly transcript: SourceFacts["transcript"];
};

/**
 * A call as its source tells it, with the offer, traffic source and buyer of the endpoint. Null while nobody has said
 * when it started, and where it carries a uuid of ours: then the call is there, or will be, without us.
 */
export function newCallOf(
  company: CompanyId,
  callKey: string,
  endpoint: Endpoint,
  facts: SourceFacts,
): NewCallOfSource | null {
  const { uuid, startedAt } = facts;
  const { offerId, trafficSourceId, buyerId } = endpoint;
  if (uuid !== null || startedAt === null || offerId === null) return null;
  const caller = callerOf(facts);
  const hash = caller === null ? null : callerHash(company, caller);
  return { ...facts, startedAt, externalId: callKey, caller, callerHash: hash, offerId, trafficSourceId, buyerId };
}

/** Makes them in the order of their names, as everybody does. Answers numbers by name; without one, somebody was faster. */
export async function makeCalls(tx: Tx, news: readonly NewCallOfSource[]): Promise<ReadonlyMap<string, number>> {
  if (news.length === 0) return new Map();
  const inOrder = news.toSorted((one, other) => (one.externalId < other.externalId ? -1 : 1));
  const ids = await insertCalls(tx, inOrder);
  const made = inOrder.flatMap(({ externalId, transcript }, position) => {
    const id = ids[position];
    return id == null ? [] : [{ externalId, id, transcript }];
  });
  await saveNewTranscripts(
    tx,
    made.filter(({ transcript }) => transcript.length > 0).map(({ id, transcript }) => ({ id, transcript })),
  );
  return new Map(made.map(({ externalId, id }) => [externalId, id]));
}

export function callerOf({ caller }: SourceFacts): string | null {
  return (caller === null ? null : parseCaller(caller)) ?? null;
}

export function timeProblem(facts: Parameters<typeof timeErrors>[0], now: Date): string | null {
  const sentences = Object.values(timeErrors(facts, now));
  return sentences.length === 0 ? null : sentences.join(" ");
}
