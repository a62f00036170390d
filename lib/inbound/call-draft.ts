import type { Context } from "@/lib/access/context";
import { type FieldErrors, Invalid } from "@/lib/base/errors";
import { callerHash } from "@/lib/call/caller-hash";
import type { NewCall as NewCallInput } from "@/lib/call/contract/call";
import { timeErrors } from "@/lib/call/domain/call-times";
import { parseCaller } from "@/lib/call/domain/caller";
import { tokenLimitError } from "@/lib/call/domain/token-limit";
import type { ExistingParties } from "@/lib/party/sql/find-existing-parties";
import type { CallUpsert } from "./upsert-calls";

/** A call from the API, checked as far as possible before it is known whether it is new. */
export type CallDraft = {
  readonly upsert: CallUpsert;
  /** Fields that a new call needs; an update of an existing call may omit them. */
  readonly missing: FieldErrors;
};

export function draftOf(ctx: Context, call: NewCallInput, existing: ExistingParties): CallDraft | Invalid {
  const caller = call.caller === undefined ? null : parseCaller(call.caller);
  const errors: FieldErrors = {
    ...(caller === undefined && {
      caller: "Enter a phone number with its country code, such as +15550100, or anonymous.",
    }),
    ...draftErrors(call, existing),
  };
  if (Object.keys(errors).length > 0) return new Invalid(errors);
  const times = {
    answeredAt: call.answered_at ?? null,
    endedAt: call.ended_at ?? null,
    durationSeconds: call.duration_seconds ?? null,
    connectedSeconds: call.connected_seconds ?? null,
  };
  const startedAt = call.started_at ?? call.answered_at ?? ctx.now();
  const missing = {
    ...(call.offer_id === undefined && { offer_id: "Send the offer that the call is for." }),
    ...timeErrors({ ...times, startedAt }, ctx.now()),
  };
  const identity = { integrationId: null, externalId: call.external_id ?? null };
  const facts = {
    ...times,
    caller: caller ?? null,
    callerHash: caller ? Buffer.from(callerHash(ctx.company.id, caller)).toString("hex") : null,
    trafficSourceId: call.traffic_source_id ?? null,
    buyerId: call.buyer_id ?? null,
    tokens: call.tokens ?? {},
    recordingUrl: call.recording_url ?? null,
  };
  const { offer_id: offerId } = call;
  const newCall =
    offerId === undefined || Object.keys(missing).length > 0
      ? null
      : { ...identity, ...facts, startedAt, offerId, transcript: [] };
  const fill = { ...facts, kind: "fill" } as const;
  return { upsert: { ...identity, uuid: null, actor: ctx.actor, facts: fill, newCall }, missing };
}

function draftErrors(call: NewCallInput, existing: ExistingParties): FieldErrors {
  const tooMany = tokenLimitError(call.tokens ?? {});
  const unknown = (id: number | undefined, ids: ReadonlySet<number>) => id !== undefined && !ids.has(id);
  return {
    ...(tooMany !== null && { tokens: tooMany }),
    ...(unknown(call.offer_id, existing.offers) && { offer_id: `There is no offer ${call.offer_id} in this company.` }),
    ...(unknown(call.buyer_id, existing.buyers) && { buyer_id: `There is no buyer ${call.buyer_id} in this company.` }),
    ...(unknown(call.traffic_source_id, existing.trafficSources) && {
      traffic_source_id: `There is no traffic source ${call.traffic_source_id} in this company.`,
    }),
  };
}
