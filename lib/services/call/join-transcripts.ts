import { mergeTranscript, transcriptLimitError } from "@/lib/call/domain/merge-transcript";
import { readTranscripts, saveTranscripts } from "@/lib/db/calls/append-transcript";
import type { SqlTx } from "@/lib/db/in-company";
import { Invalid } from "@/lib/domain/errors";
import type { Segment } from "@/lib/domain/evaluation/call-facts";

export type Heard = { readonly callId: number; readonly segments: readonly Segment[] };

/**
 * Adds to transcripts, in this order, also several times to one. Answers for each whether it told anything new, or why
 * it cannot be kept. The calls must be locked, and be evaluated afterwards where something is new.
 */
export async function joinTranscripts(tx: SqlTx, heard: readonly Heard[]): Promise<(boolean | Invalid)[]> {
  const transcripts = new Map(
    await readTranscripts(
      tx,
      heard.map(({ callId }) => callId),
    ),
  );
  const changed = new Set<number>();
  const outcomes = heard.map(({ callId, segments }) => {
    const known = transcripts.get(callId) ?? [];
    const joined = mergeTranscript(known, segments);
    if (joined === known) return false;
    const tooMuch = transcriptLimitError(joined);
    if (tooMuch !== null) return new Invalid({ segments: tooMuch });
    transcripts.set(callId, joined);
    changed.add(callId);
    return true;
  });
  await saveTranscripts(
    tx,
    [...changed].map((callId) => ({ callId, transcript: transcripts.get(callId) ?? [] })),
  );
  return outcomes;
}
