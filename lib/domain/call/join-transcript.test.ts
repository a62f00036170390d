import { expect, test } from "vitest";
import { joinTranscript, transcriptLimitError } from "./join-transcript";

const said = (atSeconds: number, text: string, speaker = "customer") => ({ speaker, text, atSeconds });

test("segments stand in the order in which they were said, whenever they came", () => {
  const first = joinTranscript([], [said(9.5, "c"), said(2, "b")]);
  expect(joinTranscript(first, [said(0.25, "a")]).map(({ text }) => text)).toEqual(["a", "b", "c"]);
});

test("what begins at the same moment stays as it came", () => {
  const lines = [said(0, "hello", "customer"), said(0, "good morning", "agent"), said(0, "about my roof", "customer")];
  expect(joinTranscript([], lines)).toEqual(lines);
});

test("the same segment again adds nothing, also within one delivery", () => {
  const known = joinTranscript([], [said(1, "yes"), said(1, "yes")]);
  expect(known).toHaveLength(1);
  expect(joinTranscript(known, [said(1, "yes")])).toBe(known);
  expect(joinTranscript(known, [said(1, "yes", "agent"), said(2, "yes"), said(1, "Yes")])).toHaveLength(4);
});

test("a call holds up to 100,000 characters of a transcript, speakers included", () => {
  const full = said(0, "x".repeat(99_992));
  expect(transcriptLimitError([full])).toBeNull();
  expect(transcriptLimitError([full, said(1, "", "a")])).toMatch(/100000 characters/);
});
