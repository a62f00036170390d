import { expect, test } from "vitest";
import { callerForms } from "./caller-forms";
import { eventName } from "./event-name";

test("the same words again keep their name; a correction gets the next, also back to the first words", () => {
  const first = eventName("POLICY-88", "aaa", null);
  expect(eventName("POLICY-88", "aaa", first)).toBe(first);
  const second = eventName("POLICY-88", "bbb", first);
  expect([first, second, eventName("POLICY-88", "aaa", second)]).toEqual([
    "POLICY-88 #1.aaa",
    "POLICY-88 #2.bbb",
    "POLICY-88 #3.aaa",
  ]);
});

test("a number is looked for in every way a source may have written it", () => {
  expect(callerForms("+13035550142")).toEqual(["+13035550142", "13035550142"]);
  expect(callerForms("3035550142")).toEqual(["+13035550142", "+3035550142", "3035550142"]);
  expect(callerForms("4930555017")[1]).toBe("+4930555017");
});
