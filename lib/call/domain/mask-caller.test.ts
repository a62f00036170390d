import { expect, test } from "vitest";
import { maskCaller } from "./mask-caller";

test.each([
  ["+13035550142", "…0142"],
  ["+44 7700 900123", "…0123"],
  ["12345", "…"],
  ["anonymous", "…"],
  [null, null],
])("%s is shown as %s", (caller, shown) => {
  expect(maskCaller(caller)).toBe(shown);
});
