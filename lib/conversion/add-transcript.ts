import type { Context } from "@/lib/access/context";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import type { NewSegments } from "@/lib/call/contract/transcript";
import type { CallRef } from "@/lib/call/domain/call-ref";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import { convert } from "./convert";

/**
 * Adds transcript segments during or after a call, in any order and as often as needed, and evaluates the call. Throws
 * `Forbidden`, `NotFound` or `Invalid`; nothing is saved then.
 */
export function addTranscript(ctx: Context, call: CallRef, added: NewSegments): Promise<ConversionAnswer> {
  const facts = { kind: "transcript", segments: segmentsOf(added), callerHash: null } as const;
  return convert(ctx, { call, actor: ctx.actor, command: { kind: "addFacts", facts } });
}

/** One segment as separate fields, or several as an array. */
function segmentsOf({ segments, speaker, text, at_seconds: atSeconds }: NewSegments): Segment[] {
  if (segments)
    return segments.map((segment) => ({ speaker: segment.speaker, text: segment.text, atSeconds: segment.at_seconds }));
  if (speaker === undefined || text === undefined || atSeconds === undefined) return [];
  return [{ speaker, text, atSeconds }];
}
