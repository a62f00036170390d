import type { Context } from "@/lib/access/context";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import type { NewSegments } from "@/lib/call/contract/transcript";
import type { Segment } from "@/lib/call/domain/call-facts";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { convert } from "./convert";

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
