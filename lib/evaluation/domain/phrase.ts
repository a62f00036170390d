import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { Mark, Proof } from "./clause";

/**
 * Converts when the phrase is spoken: whole words, ignoring case and accents, also across segments. A match inside an
 * excluding phrase does not count ("interested" in "not interested").
 */
export type Phrase = {
  readonly text: string;
  /** Whose words count; null for anybody's. */
  readonly speaker: string | null;
  readonly excluding: readonly string[];
};

type Word = { readonly text: string; readonly segment: number; readonly from: number; readonly to: number };

/** The first match, or null. Linear in the length of the transcript. */
export function findPhrase(phrase: Phrase, transcript: readonly Segment[]): Proof | null {
  const spokenWords = wordsOfSpeaker(phrase.speaker, transcript);
  const { length } = wordsOf(phrase.text);
  const places = placesOf(phrase.text, spokenWords);
  if (places.length === 0) return null;
  const excludedBefore = countExcluded(phrase.excluding, spokenWords);
  const place = places.find((from) => excludedBefore[from] === excludedBefore[from + length]);
  return place === undefined ? null : proofOf(spokenWords.words.slice(place, place + length), transcript);
}

/** For each word, and for the end, how many words before it are part of an excluding phrase. */
function countExcluded(phrases: readonly string[], spokenWords: NumberedWords): Uint32Array {
  const excluded = new Uint8Array(spokenWords.words.length);
  for (const text of phrases) {
    const { length } = wordsOf(text);
    let done = 0;
    for (const from of placesOf(text, spokenWords)) {
      for (let place = Math.max(from, done); place < from + length; place += 1) excluded[place] = 1;
      done = from + length;
    }
  }
  const before = new Uint32Array(excluded.length + 1);
  for (let place = 0; place < excluded.length; place += 1) {
    before[place + 1] = (before[place] ?? 0) + (excluded[place] ?? 0);
  }
  return before;
}

/** Words in lower case without accents; an apostrophe belongs to its word. */
function wordsOf(text: string): string[] {
  return cut(text).map((word) => word.text);
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘][\p{L}\p{N}\p{M}]+)*/gu;

function cut(text: string): Omit<Word, "segment">[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: match, index }) => {
    const plain = match.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();
    return plain === "" ? [] : [{ text: plain, from: index, to: index + match.length }];
  });
}

/** Words as numbers, which compare faster. Equal words have equal numbers. */
type NumberedWords = {
  readonly words: readonly Word[];
  readonly numbers: Uint32Array;
  readonly numberOf: ReadonlyMap<string, number>;
};

const heard = new WeakMap<readonly Segment[], NumberedWords>();

/** Cached: the transcript is split once, however many phrases are searched. */
function wordsOfSpeaker(speaker: string | null, transcript: readonly Segment[]): NumberedWords {
  const numberedWords = heard.get(transcript) ?? numbered(transcript);
  heard.set(transcript, numberedWords);
  if (speaker === null) return numberedWords;
  const theirs = transcript.map((segment) => segment.speaker.toLowerCase() === speaker.toLowerCase());
  const words = numberedWords.words.filter(({ segment }) => theirs[segment]);
  const numbers = numberedWords.numbers.filter((_, place) => theirs[numberedWords.words[place]?.segment ?? -1]);
  return { ...numberedWords, words, numbers };
}

function numbered(transcript: readonly Segment[]): NumberedWords {
  const words = transcript.flatMap(({ text }, segment) => cut(text).map((word): Word => ({ ...word, segment })));
  const numberOf = new Map<string, number>();
  for (const { text } of words) if (!numberOf.has(text)) numberOf.set(text, numberOf.size);
  return { words, numberOf, numbers: Uint32Array.from(words, ({ text }) => numberOf.get(text) ?? 0) };
}

/** The positions at which the words occur (Knuth-Morris-Pratt, which reads each spoken word once). */
function placesOf(text: string, { numbers, numberOf }: NumberedWords): number[] {
  const words = wordsOf(text);
  const wanted = words.flatMap((word) => numberOf.get(word) ?? []);
  if (wanted.length === 0 || wanted.length < words.length) return [];
  const back = fallbacks(wanted);
  const places: number[] = [];
  let matched = 0;
  for (let place = 0; place < numbers.length; place += 1) {
    const word = numbers[place];
    while (matched > 0 && wanted[matched] !== word) matched = back[matched - 1] ?? 0;
    if (wanted[matched] === word) matched += 1;
    if (matched < wanted.length) continue;
    places.push(place + 1 - matched);
    matched = back[matched - 1] ?? 0;
  }
  return places;
}

/** For each prefix of the words, the length of its longest proper prefix that is also a suffix. */
function fallbacks(wanted: readonly number[]): number[] {
  const back = [0];
  let matched = 0;
  for (let place = 1; place < wanted.length; place += 1) {
    while (matched > 0 && wanted[matched] !== wanted[place]) matched = back[matched - 1] ?? 0;
    if (wanted[matched] === wanted[place]) matched += 1;
    back.push(matched);
  }
  return back;
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

/** The text around the words, so that the proof of a long segment stays short. */
function quoteOf(text: string, { from, to }: Mark): string {
  const [begin, end] = [Math.max(0, from - CHARACTERS_AROUND), Math.min(text.length, to + CHARACTERS_AROUND)];
  const quoted = text.slice(begin, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
  return `${begin > 0 ? "…" : ""}${quoted}${end < text.length ? "…" : ""}`;
}
