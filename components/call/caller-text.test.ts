import { expect, test } from "vitest";
import { callerText } from "./caller-text";

test("numbers of the North American plan are grouped", () => {
  expect(callerText("+15555550100")).toBe("+1 555-555-0100");
  expect(callerText("+15550100")).toBe("+1 555-0100");
});

test("other numbers are unchanged", () => {
  expect(callerText("+4930555010")).toBe("+4930555010");
});

test("anonymous and hidden callers are shown differently", () => {
  expect(callerText(null)).toBe("Anonymous");
  expect(callerText(undefined)).toBe("Caller hidden");
});
