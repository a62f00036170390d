import type { NewCall } from "@/lib/contracts/calls";
import type { CallRecord } from "@/lib/db/calls/insert-calls";
import type { KnownParties } from "@/lib/db/parties/find-known-parties";
import { timeErrors } from "@/lib/domain/call/call-times";
import { parseCaller } from "@/lib/domain/call/caller";
import { tokenLimitError } from "@/lib/domain/call/token-limit";
import { type FieldErrors, Invalid } from "@/lib/domain/errors";
import type { Context } from "../context";
import { callerHash } from "./caller-hash";

/** What a source told of a call, checked as far as it can be without knowing whether the call is new. */
export type CallDraft = Omit<CallRecord, "offerId"> & {
  readonly offerId: number | null;
  readonly receivedAt: Date;
  /** What it lacks to be a new call; an update of a known one may lack it. */
  readonly missing: FieldErrors;
};

export function draftOf(ctx: Context, call: NewCall, known: KnownParties): CallDraft | Invalid {
  const caller = call.caller === undefined ? null : parseCaller(call.caller);
  const tooMany = tokenLimitError(call.tokens ?? {});
  const unknown = (id: number | undefined, ids: ReadonlySet<number>) => id !== undefined && !ids.has(id);
  const errors: FieldErrors = {
    ...(caller === undefined && {
      caller: "Write a phone number with its country code, such as +15550100, or anonymous.",
    }),
    ...(tooMany !== null && { tokens: tooMany }),
    ...(unknown(call.offer_id, known.offers) && { offer_id: `There is no offer ${call.offer_id} in this company.` }),
    ...(unknown(call.buyer_id, known.buyers) && { buyer_id: `There is no buyer ${call.buyer_id} in this company.` }),
    ...(unknown(call.traffic_source_id, known.sources) && {
      traffic_source_id: `There is no traffic source ${call.traffic_source_id} in this company.`,
    }),
  };
  if (Object.keys(errors).length > 0) return new Invalid(errors);
  const times = {
    startedAt: call.started_at ?? call.answered_at ?? ctx.now(),
    answeredAt: call.answered_at ?? null,
    endedAt: call.ended_at ?? null,
    durationSeconds: call.duration_seconds ?? null,
    connectedSeconds: call.connected_seconds ?? null,
  };
  return {
    ...times,
    receivedAt: ctx.now(),
    missing: {
      ...(call.offer_id === undefined && { offer_id: "Say which offer the call is for." }),
      ...timeErrors(times, ctx.now()),
    },
    externalId: call.external_id ?? null,
    caller: caller ?? null,
    callerHash: caller ? callerHash(ctx.company.id, caller) : null,
    offerId: call.offer_id ?? null,
    trafficSourceId: call.traffic_source_id ?? null,
    buyerId: call.buyer_id ?? null,
    tokens: call.tokens ?? {},
    recordingUrl: call.recording_url ?? null,
  };
}
