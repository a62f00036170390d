import { expect, test } from "vitest";
import { mergeTranscript, transcriptLimitError } from "./merge-transcript";

const segment = (atSeconds: number, text: string, speaker = "customer") => ({ speaker, text, atSeconds });

test("segments are sorted by time, whatever order they arrive in", () => {
  const first = mergeTranscript([], [segment(9.5, "c"), segment(2, "b")]);
  expect(mergeTranscript(first, [segment(0.25, "a")]).map(({ text }) => text)).toEqual(["a", "b", "c"]);
});

test("segments of the same moment keep their order", () => {
  const lines = [
    segment(0, "hello", "customer"),
    segment(0, "good morning", "agent"),
    segment(0, "about my roof", "customer"),
  ];
  expect(mergeTranscript([], lines)).toEqual(lines);
});

test("a repeated segment adds nothing, also within one request", () => {
  const before = mergeTranscript([], [segment(1, "yes"), segment(1, "yes")]);
  expect(before).toHaveLength(1);
  expect(mergeTranscript(before, [segment(1, "yes")])).toBe(before);
  expect(mergeTranscript(before, [segment(1, "yes", "agent"), segment(2, "yes"), segment(1, "Yes")])).toHaveLength(4);
});

test("a transcript holds up to 100,000 characters, speakers included", () => {
  const full = segment(0, "x".repeat(99_992));
  expect(transcriptLimitError([full])).toBeNull();
  expect(transcriptLimitError([full, segment(1, "", "a")])).toMatch(/100000 characters/);
});
