import type { Segment } from "./evaluation-facts";

const CHARACTERS_AT_MOST = 100_000;

/**
 * Merges two transcripts by time; equal times keep their order of arrival. Repeated segments are dropped: if nothing is
 * new, returns `existing` itself.
 */
export function mergeTranscript(existing: readonly Segment[], more: readonly Segment[]): readonly Segment[] {
  const seen = new Set(existing.map(keyOf));
  const fresh = more.filter((segment) => {
    const key = keyOf(segment);
    return !seen.has(key) && seen.add(key);
  });
  if (fresh.length === 0) return existing;
  return [...existing, ...fresh].sort((one, other) => one.atSeconds - other.atSeconds);
}

function keyOf({ speaker, text, atSeconds }: Segment): string {
  return JSON.stringify([atSeconds, speaker, text]);
}

/**
 * The error if the transcript is longer than a call may hold, otherwise null. The limit bounds every evaluation, which
 * reads all of it.
 */
export function transcriptLimitError(transcript: readonly Segment[]): string | null {
  const characters = transcript.reduce((sum, { speaker, text }) => sum + speaker.length + text.length, 0);
  if (characters <= CHARACTERS_AT_MOST) return null;
  return `A transcript can have up to ${CHARACTERS_AT_MOST} characters, including speaker names. Send a shorter one.`;
}
