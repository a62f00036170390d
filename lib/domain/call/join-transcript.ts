import type { Segment } from "../evaluation/call-facts";

const CHARACTERS_AT_MOST = 100_000;

/**
 * What was said, in the order in which it was said; what begins at the same moment stands in the order in which it
 * came. A segment that is known already adds nothing: where all are, the answer is `known` itself.
 */
export function joinTranscript(known: readonly Segment[], more: readonly Segment[]): readonly Segment[] {
  const seen = new Set(known.map(keyOf));
  const fresh = more.filter((segment) => {
    const key = keyOf(segment);
    return !seen.has(key) && seen.add(key);
  });
  if (fresh.length === 0) return known;
  return [...known, ...fresh].sort((one, other) => one.atSeconds - other.atSeconds);
}

function keyOf({ speaker, text, atSeconds }: Segment): string {
  return JSON.stringify([atSeconds, speaker, text]);
}

/** A sentence where a call would hold more of a transcript than it may; else null. All of it is read with every new fact. */
export function transcriptLimitError(transcript: readonly Segment[]): string | null {
  const characters = transcript.reduce((sum, { speaker, text }) => sum + speaker.length + text.length, 0);
  if (characters <= CHARACTERS_AT_MOST) return null;
  return `The transcript of a call holds up to ${CHARACTERS_AT_MOST} characters, speakers included. Send less of it.`;
}
