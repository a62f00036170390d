import { expect, test } from "vitest";
import { NewParty } from "./contract";

test.each([
  ["Brightside Solar", "Brightside Solar"],
  [" \t Brightside  Solar\n", "Brightside  Solar"],
  ["7", "7"],
  ["x".repeat(120), "x".repeat(120)],
  ["שמש \u200f(1)", "שמש \u200f(1)"],
])("%j is a valid name of a party", (name, expected) => {
  expect(NewParty.parse({ name })).toEqual({ name: expected });
});

const SEVERAL_LINES = ["a\nb", "a\r\nb", "a\u0085b", "a\u2028b", "a\tb"];
const TURNED_AROUND = ["\u202ea", "a\u2066b"];

test.each([
  ...["", " ", "\t\n", "\u00a0\u3000", "\u200b", "x".repeat(121), "a\0b"],
  ...SEVERAL_LINES,
  ...TURNED_AROUND,
])("%j is not", (name) => {
  const { error } = NewParty.safeParse({ name });
  expect(error?.issues.map(({ path }) => path.join("."))).toContain("name");
});
