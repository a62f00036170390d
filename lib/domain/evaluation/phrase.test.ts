import { expect, test } from "vitest";
import type { Segment } from "./call-facts";
import { findPhrase, type Phrase } from "./phrase";

const said = (...texts: string[]): Segment[] =>
  texts.map((text, position) => ({ speaker: position % 2 === 0 ? "agent" : "caller", text, atSeconds: position * 5 }));
const phrase = (text: string, rest: Partial<Phrase> = {}): Phrase => ({ text, speaker: null, excluding: [], ...rest });

test("whole words match, whatever their case and accents", () => {
  expect(findPhrase(phrase("book it"), said("Yes, BOOK it!"))).toMatchObject({ atSeconds: 0, segments: [0] });
  expect(findPhrase(phrase("cafe"), said("the Café on Main"))).not.toBeNull();
  expect(findPhrase(phrase("book"), said("booked already"))).toBeNull();
  expect(findPhrase(phrase("art"), said("start"))).toBeNull();
});

test("a phrase runs across the edge of two segments", () => {
  expect(findPhrase(phrase("book it for tuesday"), said("please book", "it for Tuesday"))).toEqual({
    quote: "please book it for Tuesday",
    atSeconds: 0,
    segments: [0, 1],
  });
});

test("by speaker, only that speaker's words count, and they join over the others'", () => {
  const talk = said("I am", "no", "interested");
  expect(findPhrase(phrase("i am interested", { speaker: "Agent" }), talk)?.segments).toEqual([0, 2]);
  expect(findPhrase(phrase("no", { speaker: "agent" }), talk)).toBeNull();
});

test("where it stands in an excluding phrase it does not count, elsewhere it does", () => {
  const interested = phrase("interested", { excluding: ["not interested"] });
  expect(findPhrase(interested, said("I'm not interested"))).toBeNull();
  expect(findPhrase(interested, said("not", "interested"))).toBeNull();
  expect(findPhrase(interested, said("not interested in roofs", "but interested in solar"))?.segments).toEqual([1]);
});

test("an empty phrase and an empty transcript match nothing", () => {
  expect(findPhrase(phrase(" ?! "), said("anything"))).toBeNull();
  expect(findPhrase(phrase("anything"), [])).toBeNull();
});
