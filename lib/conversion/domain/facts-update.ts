import type { FieldErrors } from "@/lib/base/errors";
import { addFacts, isSameFacts, type KnownFacts } from "@/lib/call/domain/add-facts";
import type { Segment } from "@/lib/call/domain/call-facts";
import { timeErrors } from "@/lib/call/domain/call-times";
import type { MergedFacts } from "@/lib/call/domain/merge-facts";
import { mergeTranscript, transcriptLimitError } from "@/lib/call/domain/merge-transcript";
import { tokenLimitError } from "@/lib/call/domain/token-limit";

/** Fills what is empty of a call, and replaces nothing. */
type Fill = Omit<KnownFacts, "startedAt" | "transcript"> & {
  readonly kind: "fill";
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
};

/** All that the events of an integration reported of a call: until now, and from now on. */
type Report = { readonly kind: "report"; readonly before: MergedFacts; readonly after: MergedFacts };

/** More of what was said in a call. */
type MoreTranscript = { readonly kind: "transcript"; readonly segments: readonly Segment[] };

/** More that became known of a call. `callerHash` is the keyed hash of its caller, where it names one; hexadecimal. */
export type FactsUpdate = (Fill | Report | MoreTranscript) & { readonly callerHash: string | null };

export type UpdatedFacts =
  | { readonly ok: true; readonly facts: KnownFacts; readonly changed: boolean }
  | { readonly ok: false; readonly errors: FieldErrors };

/** The facts of a call with an update. Nothing is taken over of one that cannot be true. */
export function updatedFacts(known: KnownFacts, update: FactsUpdate, now: Date): UpdatedFacts {
  const facts = applied(known, update);
  if (isSameFacts(known, facts)) return { ok: true, facts: known, changed: false };
  const errors = errorsOf(facts, update, now);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, facts, changed: true };
}

function applied(known: KnownFacts, update: FactsUpdate): KnownFacts {
  switch (update.kind) {
    case "fill":
      return {
        ...known,
        answeredAt: known.answeredAt ?? update.answeredAt,
        endedAt: known.endedAt ?? update.endedAt,
        durationSeconds: known.durationSeconds ?? update.durationSeconds,
        connectedSeconds: known.connectedSeconds ?? update.connectedSeconds,
        caller: known.caller ?? update.caller,
        recordingUrl: known.recordingUrl ?? update.recordingUrl,
        tokens: { ...update.tokens, ...known.tokens },
      };
    case "report":
      return { ...known, ...addFacts(known, update.before, update.after) };
    case "transcript":
      return { ...known, transcript: mergeTranscript(known.transcript, update.segments) };
  }
}

function errorsOf(facts: KnownFacts, update: FactsUpdate, now: Date): FieldErrors {
  if (update.kind === "transcript") {
    const tooLong = transcriptLimitError(facts.transcript);
    return tooLong === null ? {} : { segments: tooLong };
  }
  const tooMany = tokenLimitError(facts.tokens);
  return { ...timeErrors(facts, now), ...(tooMany !== null && { tokens: tooMany }) };
}
