import type { Segment } from "./call-facts";
import type { Mark, Proof } from "./clause";

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

type Word = { readonly text: string; readonly segment: number; readonly from: number; readonly to: number };

/** The first place where the phrase is said, or null. Takes time in proportion to the transcript. */
export function findPhrase(phrase: Phrase, transcript: readonly Segment[]): Proof | null {
  const said = saidBy(phrase.speaker, transcript);
  const wanted = wordsOf(phrase.text);
  const { length } = wanted;
  const places = placesOf(wanted, said);
  if (places.length === 0) return null;
  const isExcluded = excludedWords(phrase.excluding, said);
  const place = places.find((from) => !isExcluded.subarray(from, from + length).includes(1));
  return place === undefined ? null : proofOf(said.slice(place, place + length), transcript);
}

/** 1 for each word that is part of one of these phrases. */
function excludedWords(phrases: readonly string[], said: readonly Word[]): Uint8Array {
  const excluded = new Uint8Array(said.length);
  for (const text of phrases) {
    const words = wordsOf(text);
    for (const from of placesOf(words, said)) excluded.fill(1, from, from + words.length);
  }
  return excluded;
}

/** Words as they are compared: lower case, without accents; an apostrophe belongs to its word. */
export function wordsOf(text: string): string[] {
  return cut(text).map((word) => word.text);
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘][\p{L}\p{N}\p{M}]+)*/gu;

function cut(text: string): Omit<Word, "segment">[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
    const plain = found.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
    return plain === "" ? [] : [{ text: plain, from: index, to: index + found.length }];
  });
}

const heard = new WeakMap<readonly Segment[], readonly Word[]>();

/** Cut into words once, however many phrases are looked for. */
function saidBy(speaker: string | null, transcript: readonly Segment[]): readonly Word[] {
  const words =
    heard.get(transcript) ??
    transcript.flatMap(({ text }, segment) => cut(text).map((word): Word => ({ ...word, segment })));
  heard.set(transcript, words);
  if (speaker === null) return words;
  const theirs = transcript.map((segment) => segment.speaker.toLowerCase() === speaker.toLowerCase());
  return words.filter(({ segment }) => theirs[segment]);
}

/** Where these words begin, one after the other. */
function placesOf(wanted: readonly string[], said: readonly Word[]): number[] {
  const places: number[] = [];
  for (let from = 0; wanted.length > 0 && from + wanted.length <= said.length; from += 1) {
    if (wanted.every((word, offset) => said[from + offset]?.text === word)) places.push(from);
  }
  return places;
}

function proofOf(words: readonly Word[], transcript: readonly Segment[]): Proof {
  const segments = [...new Set(words.map(({ segment }) => segment))];
  const marks = segments.map((segment): Mark => {
    const inside = words.filter((word) => word.segment === segment);
    return { segment, from: inside[0]?.from ?? 0, to: inside.at(-1)?.to ?? 0 };
  });
  const [first = 0] = segments;
  return {
    quote: marks.map((mark) => quoteOf(transcript[mark.segment]?.text ?? "", mark)).join(" "),
    atSeconds: transcript[first]?.atSeconds ?? 0,
    segments,
    marks,
  };
}

const CHARACTERS_AROUND = 120;

/** What stands around the words, so that a proof stays short where a segment is long. */
function quoteOf(text: string, { from, to }: Mark): string {
  const [begin, end] = [Math.max(0, from - CHARACTERS_AROUND), Math.min(text.length, to + CHARACTERS_AROUND)];
  const quoted = text.slice(begin, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
  return `${begin > 0 ? "…" : ""}${quoted}${end < text.length ? "…" : ""}`;
}
