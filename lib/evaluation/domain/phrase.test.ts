import { expect, test } from "vitest";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import { findPhrase, type Phrase } from "./phrase";

const transcript = (...texts: string[]): Segment[] =>
  texts.map((text, position) => ({ speaker: position % 2 === 0 ? "agent" : "caller", text, atSeconds: position * 5 }));
const phrase = (text: string, rest: Partial<Phrase> = {}): Phrase => ({ text, speaker: null, excluding: [], ...rest });

test("whole words match, whatever their case and accents", () => {
  expect(findPhrase(phrase("book it"), transcript("Yes, BOOK it!"))).toMatchObject({ atSeconds: 0, segments: [0] });
  expect(findPhrase(phrase("cafe"), transcript("the Café on Main"))).not.toBeNull();
  expect(findPhrase(phrase("book"), transcript("booked already"))).toBeNull();
  expect(findPhrase(phrase("art"), transcript("start"))).toBeNull();
});

test("a phrase runs across the edge of two segments", () => {
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

test("by speaker, only that speaker's words count, and they join over the others'", () => {
  const talk = transcript("I am", "no", "interested");
  expect(findPhrase(phrase("i am interested", { speaker: "Agent" }), talk)?.segments).toEqual([0, 2]);
  expect(findPhrase(phrase("no", { speaker: "agent" }), talk)).toBeNull();
});

test("where it stands in an excluding phrase it does not count, elsewhere it does", () => {
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

test("accents count neither composed nor decomposed, and the mark stands where the words are", () => {
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

test("excluding phrases that overlap leave what stands outside of them", () => {
  const sure = phrase("sure", { excluding: ["not sure", "sure sure not"] });
  expect(findPhrase(sure, transcript("not sure sure not"))).toBeNull();
  expect(findPhrase(sure, transcript("not sure sure"))?.marks).toEqual([{ segment: 0, from: 9, to: 13 }]);
  expect(findPhrase(phrase("ha ha", { excluding: ["ha ha ha"] }), transcript("ha ha ha"))).toBeNull();
});

test("of two places that overlap the first is the proof", () => {
  expect(findPhrase(phrase("no no"), transcript("no no no"))?.marks).toEqual([{ segment: 0, from: 0, to: 5 }]);
});

test("an excluding phrase counts by the same speaker, also over what others say between", () => {
  const interested = phrase("interested", { speaker: "agent", excluding: ["not interested"] });
  expect(findPhrase(interested, transcript("not", "I am interested", "interested"))).toBeNull();
  expect(findPhrase(interested, transcript("interested", "not", "interested"))?.segments).toEqual([0]);
});

test("the proof of a long segment quotes what stands around the words", () => {
  const proof = findPhrase(phrase("book it"), transcript(`${"so ".repeat(1000)}book it${" then".repeat(1000)}`));
  expect(proof?.quote.length).toBeLessThan(300);
  expect(proof?.quote).toMatch(/^….*book it.*…$/);
});

test("two hundred phrases in 100,000 characters are looked for before the test runs out of time, also where everything is excluded", () => {
  const words = transcript("not interested ".repeat(6_600));
  const phrases = Array.from({ length: 200 }, (_, at) =>
    phrase(at % 2 ? "interested" : `${"interested ".repeat(20)}`, { excluding: ["not interested"] }),
  );
  for (const phrase of phrases) expect(findPhrase(phrase, words)).toBeNull();
});

test("words that repeat themselves are found at each of their places, as a plain search finds them", () => {
  const naive = (wanted: string, text: string) =>
    ` ${text} `.replaceAll(" ", "  ").includes(` ${wanted.replaceAll(" ", "  ")} `);
  for (let seed = 0; seed < 256; seed += 1) {
    const text = Array.from({ length: 8 }, (_, bit) => ((seed >> bit) & 1 ? "a" : "b")).join(" ");
    for (const wanted of ["a a b", "a b a b", "b b", "a b b a b"]) {
      expect(findPhrase(phrase(wanted), transcript(text)) !== null).toBe(naive(wanted, text));
    }
  }
});

test("one word all the time, excluded by itself a thousand times, is looked through before the test runs out of time", () => {
  const excluding = Array.from({ length: 1000 }, () => "a ".repeat(149));
  expect(findPhrase(phrase("a ".repeat(150)), transcript("a ".repeat(50_000)))).not.toBeNull();
  expect(findPhrase(phrase("a ".repeat(150), { excluding }), transcript("a ".repeat(50_000)))).toBeNull();
});
