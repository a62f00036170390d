import type { Context } from "@/lib/access/context";
import { permitOnCalls } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { TranscriptSegment } from "./contract/transcript";
import type { CallRef } from "./domain/call-ref";
import { findReachedCallId } from "./sql/find-call";
import { readTranscripts } from "./sql/read-transcripts";

/** The transcript of a call, in order. Throws `NotFound`, or `Forbidden` without permission to read call details. */
export async function getTranscript(ctx: Context, ref: CallRef): Promise<TranscriptSegment[]> {
  permitOnCalls(ctx.actor, "read", "calls");
  permitOnCalls(ctx.actor, "read", "call.details");
  const segments = await readInCompanySql(ctx.company.id, async (tx) => {
    const id = await findReachedCallId(tx, ctx.actor, ref);
    return id === null ? null : ((await readTranscripts(tx, [id])).get(id) ?? []);
  });
  if (segments === null) throw new NotFound();
  return segments.map(({ speaker, text, atSeconds }) => ({ speaker, text, at_seconds: atSeconds }));
}
