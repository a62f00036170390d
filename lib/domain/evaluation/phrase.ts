import type { Segment } from "./call-facts";

/**
 * Converts where it is said: whole words, whatever their case and accents, also across the edge of two segments.
 * Where it is said as part of an excluding phrase ("interested" in "not interested") it does not count.
 */
export type Phrase = {
  readonly text: string;
  /** Whose words count; null for anybody's. */
  readonly speaker: string | null;
  readonly excluding: readonly string[];
};

export type Said = { readonly quote: string; readonly atSeconds: number; readonly segments: readonly number[] };

type Word = { readonly text: string; readonly segment: number };

/** The first place where the phrase is said, or null. */
export function findPhrase(phrase: Phrase, transcript: readonly Segment[]): Said | null {
  const said = transcript.flatMap((segment, position) =>
    phrase.speaker === null || phrase.speaker.toLowerCase() === segment.speaker.toLowerCase()
      ? wordsOf(segment.text).map((text) => ({ text, segment: position }))
      : [],
  );
  const wanted = wordsOf(phrase.text);
  const excluded = phrase.excluding.flatMap((text) => placesOf(wordsOf(text), said));
  const place = placesOf(wanted, said).find(([from, to]) => !excluded.some(([begin, end]) => begin < to && from < end));
  return place ? proofOf(said.slice(place[0], place[1]), transcript) : null;
}

/** Words as they are compared: lower case, without accents; an apostrophe belongs to its word. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
}

function placesOf(wanted: readonly string[], said: readonly Word[]): [number, number][] {
  if (wanted.length === 0) return [];
  const places: [number, number][] = [];
  for (let from = 0; from + wanted.length <= said.length; from += 1) {
    if (wanted.every((word, offset) => said[from + offset]?.text === word)) places.push([from, from + wanted.length]);
  }
  return places;
}

function proofOf(words: readonly Word[], transcript: readonly Segment[]): Said {
  const segments = [...new Set(words.map(({ segment }) => segment))];
  const [first = 0] = segments;
  return {
    quote: segments.map((segment) => transcript[segment]?.text ?? "").join(" "),
    atSeconds: transcript[first]?.atSeconds ?? 0,
    segments,
  };
}
