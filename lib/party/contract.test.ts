import { expect, test } from "vitest";
import { NewParty } from "./contract";

test.each([
  ["Brightside Solar", "Brightside Solar"],
  [" \t Brightside  Solar\n", "Brightside  Solar"],
  ["7", "7"],
  ["x".repeat(120), "x".repeat(120)],
])("%j is a valid name of a party", (name, expected) => {
  expect(NewParty.parse({ name })).toEqual({ name: expected });
});

test.each(["", " ", "\t\n", "\u00a0\u3000", "\u200b", "x".repeat(121), "a\0b"])("%j is not", (name) => {
  const { error } = NewParty.safeParse({ name });
  expect(error?.issues.map(({ path }) => path.join("."))).toContain("name");
});
