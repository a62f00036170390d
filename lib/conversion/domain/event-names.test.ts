import { expect, test } from "vitest";
import { eventKey, recognize } from "./event-names";

const event = (kind: "event_id" | "reference", content: string) => ({ kind, name: "e1", content });

test.each([
  ["what never came is new", [], "new"],
  ["the newest words again are a repetition", ["no", "yes"], "repeated"],
  ["other words are a correction, and new", ["no", "maybe"], "new"],
] as const)("%s, for an event id and a reference", (_, seen, expected) => {
  expect(recognize(event("event_id", "yes"), seen)).toBe(expected);
  expect(recognize(event("reference", "yes"), seen)).toBe(expected);
});

test("content from before the newest is ambiguous for an event id, and a correction for a reference", () => {
  expect(recognize(event("event_id", "yes"), ["yes", "no"])).toBe("ambiguous");
  expect(recognize(event("reference", "yes"), ["yes", "no"])).toBe("new");
});

test("a name is separate per call, mechanism and kind", () => {
  const keys = [
    eventKey(1, "webhook", { kind: "event_id", name: "e1" }),
    eventKey(2, "webhook", { kind: "event_id", name: "e1" }),
    eventKey(1, "api", { kind: "event_id", name: "e1" }),
    eventKey(1, "webhook", { kind: "reference", name: "e1" }),
    eventKey(1, "webhook", { kind: "event_id", name: "e1 " }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
