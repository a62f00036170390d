import { expect, test } from "vitest";
import { becauseOf } from "./because-of";

test.each([
  ["a rule or mechanism by its name", { converted: true, by: "Duration" }, "Duration"],
  ["what somebody updated as that", { converted: true, by: null }, "Explicit update, different amount"],
  ["what is not converted as nothing that converts it", { converted: false, by: null }, "No mechanism matches"],
])("the reason for a simulated result names %s", (_, after, text) => {
  expect(becauseOf(after)).toBe(text);
});
