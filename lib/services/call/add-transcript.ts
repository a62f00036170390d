import type { ConversionAnswer } from "@/lib/contracts/calls";
import type { NewSegments } from "@/lib/contracts/transcript";
import { convert } from "@/lib/conversion/convert";
import type { CallRef } from "@/lib/conversion/domain/request";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import type { Context } from "../context";

/**
 * Adds what was said in a call, during or after it, in any order and as often as one likes, and decides by it. Throws
 * `Forbidden`, `NotFound` or `Invalid`; nothing is saved then.
 */
export function addTranscript(ctx: Context, call: CallRef, added: NewSegments): Promise<ConversionAnswer> {
  const facts = { kind: "transcript", segments: segmentsOf(added), callerHash: null } as const;
  return convert(ctx, { call, actor: ctx.actor, command: { kind: "addFacts", facts } });
}

/** One by its fields, or several. */
function segmentsOf({ segments, speaker, text, at_seconds: atSeconds }: NewSegments): Segment[] {
  if (segments) return segments.map((each) => ({ speaker: each.speaker, text: each.text, atSeconds: each.at_seconds }));
  if (speaker === undefined || text === undefined || atSeconds === undefined) return [];
  return [{ speaker, text, atSeconds }];
}
