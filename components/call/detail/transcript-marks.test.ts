import { expect, test } from "vitest";
import type { Evaluation } from "@/lib/evaluation/contract";
import { partsOf, proofRanges } from "./transcript-marks";

const shown = (text: string, ...ranges: [number, number][]) =>
  partsOf(
    text,
    ranges.map(([from, to]) => ({ from, to })),
  ).map((part) => (part.marked ? `[${part.text}]` : part.text));

test.each<[[number, number][], string[]]>([
  [[], ["yes, book it now"]],
  [[[5, 12]], ["yes, ", "[book it]", " now"]],
  [[[0, 3]], ["[yes]", ", book it now"]],
  [[[5, 16]], ["yes, ", "[book it now]"]],
  [
    [
      [5, 12],
      [5, 9],
      [10, 16],
    ],
    ["yes, ", "[book it]", "[ now]"],
  ],
  [[[90, 99]], ["yes, book it now"]],
])("marks %j", (ranges, parts) => {
  expect(shown("yes, book it now", ...ranges)).toEqual(parts);
});

test("no part of a text is lost or repeated, for any marks", () => {
  for (let from = 0; from < 10; from += 1) {
    for (let to = 0; to < 14; to += 1) {
      const parts = partsOf("0123456789", [
        { from, to },
        { from: 2, to: 5 },
        { from: to, to: from },
      ]);
      expect(parts.map(({ text }) => text).join("")).toBe("0123456789");
    }
  }
});

test("only the newest evaluation of each side is marked", () => {
  const evaluation = (side: "buyer" | "offer", number: number, segment: number): Evaluation => ({
    side,
    number,
    evaluated_at: "2026-11-23T10:46:00.000Z",
    settings: null,
    converting: null,
    steps: [
      {
        mechanism: "voice_agent",
        name: "“x”",
        rule_id: null,
        on: true,
        holds: true,
        clauses: [],
        proof: { quote: "x", at_seconds: 1, marks: [{ segment, from: 0, to: 1 }] },
      },
    ],
  });
  expect([
    ...proofRanges([evaluation("buyer", 2, 7), evaluation("offer", 1, 3), evaluation("buyer", 1, 5)]).keys(),
  ]).toEqual([7, 3]);
});
