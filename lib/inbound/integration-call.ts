import type { CompanyId } from "@/lib/base/ids";
import { callerHash } from "@/lib/call/caller-hash";
import { parseCaller } from "@/lib/call/domain/caller";
import type { MergedFacts } from "@/lib/call/domain/merge-facts";
import type { NewCall } from "@/lib/call/sql/insert-calls";
import type { InboxItem } from "@/lib/conversion/domain/inbox-item";
import { integrationActor } from "./integration-actor";
import type { Endpoint } from "./sql/endpoint";
import type { CallUpsert } from "./upsert-calls";

/** A call with the merged facts of its integration, before and after the new events. */
export type CallOfIntegration = {
  readonly endpoint: Endpoint;
  readonly callKey: string;
  readonly receivedAt: Date;
  readonly before: MergedFacts;
  readonly after: MergedFacts;
};

/**
 * A call as its integration reports it. A uuid passed on by the provider reaches calls of the integration's offer and
 * traffic source only.
 */
export function callUpsert(company: CompanyId, { endpoint, callKey, before, after }: CallOfIntegration): CallUpsert {
  const caller = (after.caller === null ? null : parseCaller(after.caller)) ?? null;
  const hash = caller === null ? null : Buffer.from(callerHash(company, caller)).toString("hex");
  const { offerId, trafficSourceId } = endpoint;
  const identity = { integrationId: endpoint.id, externalId: callKey };
  return {
    ...identity,
    uuid: after.uuid,
    actor: integrationActor(endpoint),
    match: { ...(offerId !== null && { offerId }), ...(trafficSourceId !== null && { trafficSourceId }) },
    facts: { kind: "report", before, after: { ...after, caller }, callerHash: hash },
    newCall: newCallOf({ ...after, caller }, { ...endpoint, ...identity, callerHash: hash }),
  };
}

type Of = Pick<NewCall, "integrationId" | "externalId" | "callerHash" | "trafficSourceId" | "buyerId"> & {
  readonly offerId: number | null;
};

/** Null until the start is reported, and for an event with our uuid: that call is created elsewhere. */
function newCallOf(
  { uuid, ...facts }: MergedFacts,
  { integrationId, externalId, callerHash: hash, offerId, trafficSourceId, buyerId }: Of,
): NewCall | null {
  const { startedAt } = facts;
  if (uuid !== null || startedAt === null || offerId === null) return null;
  return { ...facts, integrationId, externalId, callerHash: hash, startedAt, offerId, trafficSourceId, buyerId };
}

const NO_CALL =
  "No call of this integration’s offer and traffic source has this UUID. The event waits; check the integration.";

/** One item per call, however many events report it. */
export function unmatchedItem({ endpoint, callKey, receivedAt, after: { uuid } }: CallOfIntegration): InboxItem {
  return {
    receivedAt,
    reason: "unmatched",
    callId: null,
    side: null,
    mechanism: "webhook",
    actor: integrationActor(endpoint),
    payload: { external_id: callKey, call_uuid: uuid },
    problem: NO_CALL,
    endpointId: endpoint.id,
    ...(uuid !== null && { soughtUuid: uuid }),
  };
}
