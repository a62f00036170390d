import { expect, test } from "vitest";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import { findPhrase, type Phrase } from "./phrase";

const transcript = (...texts: string[]): Segment[] =>
  texts.map((text, position) => ({ speaker: position % 2 === 0 ? "agent" : "caller", text, atSeconds: position * 5 }));
const phrase = (text: string, rest: Partial<Phrase> = {}): Phrase => ({ text, speaker: null, excluding: [], ...rest });

test("whole words match, ignoring case and accents", () => {
  expect(findPhrase(phrase("book it"), transcript("Yes, BOOK it!"))).toMatchObject({ atSeconds: 0, segments: [0] });
  expect(findPhrase(phrase("cafe"), transcript("the Café on Main"))).not.toBeNull();
  expect(findPhrase(phrase("book"), transcript("booked already"))).toBeNull();
  expect(findPhrase(phrase("art"), transcript("start"))).toBeNull();
});

test("a phrase matches across two segments", () => {
  expect(findPhrase(phrase("book it for tuesday"), transcript("please book", "it for Tuesday"))).toEqual({
    quote: "please book it for Tuesday",
    atSeconds: 0,
    segments: [0, 1],
    marks: [
      { segment: 0, from: 7, to: 11 },
      { segment: 1, from: 0, to: 14 },
    ],
  });
});

test("with a speaker only that speaker's words count, and they join across those of others", () => {
  const talk = transcript("I am", "no", "interested");
  expect(findPhrase(phrase("i am interested", { speaker: "Agent" }), talk)?.segments).toEqual([0, 2]);
  expect(findPhrase(phrase("no", { speaker: "agent" }), talk)).toBeNull();
});

test("a phrase does not count inside an excluding phrase, and counts elsewhere", () => {
  const interested = phrase("interested", { excluding: ["not interested"] });
  expect(findPhrase(interested, transcript("I'm not interested"))).toBeNull();
  expect(findPhrase(interested, transcript("not", "interested"))).toBeNull();
  expect(findPhrase(interested, transcript("not interested in roofs", "but interested in solar"))?.segments).toEqual([
    1,
  ]);
});

test("an empty phrase and an empty transcript match nothing", () => {
  expect(findPhrase(phrase(" ?! "), transcript("anything"))).toBeNull();
  expect(findPhrase(phrase("anything"), [])).toBeNull();
});

test("composed and decomposed accents are ignored, and the mark is at the words", () => {
  const [composed, decomposed] = [
    "Un café s’il vous plaît".normalize("NFC"),
    "Un café s’il vous plaît".normalize("NFD"),
  ];
  for (const text of [composed, decomposed]) {
    const proof = findPhrase(phrase("CAFE s'il"), transcript(text));
    const [mark] = proof?.marks ?? [];
    expect(text.slice(mark?.from, mark?.to).normalize("NFC")).toBe("café s’il");
  }
  expect(findPhrase(phrase("straße 東京"), transcript("die Straße 東京!"))).not.toBeNull();
});

test("of overlapping excluding phrases the words outside remain", () => {
  const sure = phrase("sure", { excluding: ["not sure", "sure sure not"] });
  expect(findPhrase(sure, transcript("not sure sure not"))).toBeNull();
  expect(findPhrase(sure, transcript("not sure sure"))?.marks).toEqual([{ segment: 0, from: 9, to: 13 }]);
  expect(findPhrase(phrase("ha ha", { excluding: ["ha ha ha"] }), transcript("ha ha ha"))).toBeNull();
});

test("of two overlapping matches the first is the proof", () => {
  expect(findPhrase(phrase("no no"), transcript("no no no"))?.marks).toEqual([{ segment: 0, from: 0, to: 5 }]);
});

test("an excluding phrase counts for the same speaker, also across words of others", () => {
  const interested = phrase("interested", { speaker: "agent", excluding: ["not interested"] });
  expect(findPhrase(interested, transcript("not", "I am interested", "interested"))).toBeNull();
  expect(findPhrase(interested, transcript("interested", "not", "interested"))?.segments).toEqual([0]);
});

test("the proof from a long segment quotes the text around the words", () => {
  const proof = findPhrase(phrase("book it"), transcript(`${"so ".repeat(1000)}book it${" then".repeat(1000)}`));
  expect(proof?.quote.length).toBeLessThan(300);
  expect(proof?.quote).toMatch(/^….*book it.*…$/);
});

test("two hundred phrases in 100,000 characters are searched within the test's time limit, also if all is excluded", () => {
  const words = transcript("not interested ".repeat(6_600));
  const phrases = Array.from({ length: 200 }, (_, at) =>
    phrase(at % 2 ? "interested" : `${"interested ".repeat(20)}`, { excluding: ["not interested"] }),
  );
  for (const phrase of phrases) expect(findPhrase(phrase, words)).toBeNull();
});

test("repeated words are found at each position, as a naive search finds them", () => {
  const naive = (wanted: string, text: string) =>
    ` ${text} `.replaceAll(" ", "  ").includes(` ${wanted.replaceAll(" ", "  ")} `);
  for (let seed = 0; seed < 256; seed += 1) {
    const text = Array.from({ length: 8 }, (_, bit) => ((seed >> bit) & 1 ? "a" : "b")).join(" ");
    for (const wanted of ["a a b", "a b a b", "b b", "a b b a b"]) {
      expect(findPhrase(phrase(wanted), transcript(text)) !== null).toBe(naive(wanted, text));
    }
  }
});

test("one word, repeated and excluded by itself a thousand times, is searched within the test's time limit", () => {
  const excluding = Array.from({ length: 1000 }, () => "a ".repeat(149));
  expect(findPhrase(phrase("a ".repeat(150)), transcript("a ".repeat(50_000)))).not.toBeNull();
  expect(findPhrase(phrase("a ".repeat(150), { excluding }), transcript("a ".repeat(50_000)))).toBeNull();
});
