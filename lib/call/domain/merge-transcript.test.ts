import { expect, test } from "vitest";
import { mergeTranscript, transcriptLimitError } from "./merge-transcript";

const said = (atSeconds: number, text: string, speaker = "customer") => ({ speaker, text, atSeconds });

test("segments are in order of time, whenever they arrive", () => {
  const first = mergeTranscript([], [said(9.5, "c"), said(2, "b")]);
  expect(mergeTranscript(first, [said(0.25, "a")]).map(({ text }) => text)).toEqual(["a", "b", "c"]);
});

test("segments of the same moment keep their order", () => {
  const lines = [said(0, "hello", "customer"), said(0, "good morning", "agent"), said(0, "about my roof", "customer")];
  expect(mergeTranscript([], lines)).toEqual(lines);
});

test("the same segment again adds nothing, also within one request", () => {
  const known = mergeTranscript([], [said(1, "yes"), said(1, "yes")]);
  expect(known).toHaveLength(1);
  expect(mergeTranscript(known, [said(1, "yes")])).toBe(known);
  expect(mergeTranscript(known, [said(1, "yes", "agent"), said(2, "yes"), said(1, "Yes")])).toHaveLength(4);
});

test("a call holds up to 100,000 characters of a transcript, speakers included", () => {
  const full = said(0, "x".repeat(99_992));
  expect(transcriptLimitError([full])).toBeNull();
  expect(transcriptLimitError([full, said(1, "", "a")])).toMatch(/100000 characters/);
});
