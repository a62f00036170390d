import type { FieldErrors } from "@/lib/base/errors";
import { addFacts, type CallFacts, isSameFacts } from "@/lib/call/domain/add-facts";
import { timeErrors } from "@/lib/call/domain/call-times";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { MergedFacts } from "@/lib/call/domain/merge-facts";
import { mergeTranscript, transcriptLimitError } from "@/lib/call/domain/merge-transcript";
import { tokenLimitError } from "@/lib/call/domain/token-limit";

/** Fills empty fields of a call, and replaces nothing. */
type Fill = Omit<CallFacts, "startedAt" | "transcript"> & {
  readonly kind: "fill";
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
};

/** The merged facts of all events of an integration, before and after the new ones. */
type Report = { readonly kind: "report"; readonly before: MergedFacts; readonly after: MergedFacts };

/** More transcript segments. */
type MoreTranscript = { readonly kind: "transcript"; readonly segments: readonly Segment[] };

/** New facts of a call. `callerHash` is the keyed hash of the caller, hexadecimal; null if the update names none. */
export type FactsUpdate = (Fill | Report | MoreTranscript) & { readonly callerHash: string | null };

export type UpdatedFacts =
  | { readonly ok: true; readonly facts: CallFacts; readonly changed: boolean }
  | { readonly ok: false; readonly errors: FieldErrors };

/** The facts after an update. An impossible update changes nothing. */
export function updatedFacts(before: CallFacts, update: FactsUpdate, now: Date): UpdatedFacts {
  const facts = applied(before, update);
  if (isSameFacts(before, facts)) return { ok: true, facts: before, changed: false };
  const errors = errorsOf(facts, update, now);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, facts, changed: true };
}

function applied(before: CallFacts, update: FactsUpdate): CallFacts {
  switch (update.kind) {
    case "fill":
      return {
        ...before,
        answeredAt: before.answeredAt ?? update.answeredAt,
        endedAt: before.endedAt ?? update.endedAt,
        durationSeconds: before.durationSeconds ?? update.durationSeconds,
        connectedSeconds: before.connectedSeconds ?? update.connectedSeconds,
        caller: before.caller ?? update.caller,
        recordingUrl: before.recordingUrl ?? update.recordingUrl,
        tokens: { ...update.tokens, ...before.tokens },
      };
    case "report":
      return { ...before, ...addFacts(before, update.before, update.after) };
    case "transcript":
      return { ...before, transcript: mergeTranscript(before.transcript, update.segments) };
  }
}

function errorsOf(facts: CallFacts, update: FactsUpdate, now: Date): FieldErrors {
  if (update.kind === "transcript") {
    const tooLong = transcriptLimitError(facts.transcript);
    return tooLong === null ? {} : { segments: tooLong };
  }
  const tooMany = tokenLimitError(facts.tokens);
  return { ...timeErrors(facts, now), ...(tooMany !== null && { tokens: tooMany }) };
}
