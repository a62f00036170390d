import { expect, test } from "vitest";
import { mergeFacts, wasAnswered } from "./merge-facts";
import type { ReportedFacts } from "./reported-call";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second));
const segments = (...texts: string[]) => texts.map((text, atSeconds) => ({ speaker: "customer", text, atSeconds }));

const EVENTS: readonly ReportedFacts[] = [
  {
    eventId: "initiated:1",
    sequence: 1,
    caller: "+13035550142",
    startedAt: at(0),
    tokens: { zip: "80202", stage: "new" },
  },
  { eventId: "answered:1", sequence: 2, answeredAt: at(5), tokens: { stage: "answered" } },
  { eventId: "no-answer:2", sequence: 3, connectedSeconds: 0, endedAt: at(4) },
  {
    eventId: "hangup:1",
    sequence: 4,
    startedAt: at(1),
    endedAt: at(95),
    durationSeconds: 94,
    transcript: segments("hello"),
  },
  { eventId: "recording:1", sequence: 5, recordingUrl: "https://recordings.test/1" },
  { eventId: "analyzed:1", tokens: { booked: "true", stage: "none" }, transcript: segments("hello", "goodbye") },
];

test("merged facts do not depend on the order and repetition of events", () => {
  const expected = mergeFacts(EVENTS);
  for (const events of permutations(EVENTS)) {
    expect(mergeFacts(events)).toEqual(expected);
    expect(mergeFacts([...events, ...events.slice(0, 3)])).toEqual(expected);
  }
  expect(expected).toEqual({
    uuid: null,
    caller: "+13035550142",
    startedAt: at(0),
    answeredAt: at(5),
    endedAt: at(95),
    durationSeconds: 94,
    connectedSeconds: null,
    recordingUrl: "https://recordings.test/1",
    tokens: { booked: "true", stage: "answered", zip: "80202" },
    transcript: segments("hello", "goodbye"),
  });
});

test("of equally long transcripts the same one is chosen in every order", () => {
  const one = { eventId: "a", transcript: segments("one") };
  const other = { eventId: "b", transcript: segments("other") };
  expect(mergeFacts([other, one])).toEqual(mergeFacts([one, other]));
});

test("contradicting clocks never make a call end before it starts", () => {
  const facts = mergeFacts([
    { eventId: "started", startedAt: at(10) },
    { eventId: "answered", answeredAt: at(9) },
    { eventId: "ended", endedAt: at(8), durationSeconds: 3, connectedSeconds: 4 },
  ]);
  expect(facts).toMatchObject({ startedAt: at(10), answeredAt: at(10), endedAt: at(10), durationSeconds: 4 });
});

test("a call with an answer time or connected seconds was answered", () => {
  expect(wasAnswered(mergeFacts([{ eventId: "a", answeredAt: at(1) }]))).toBe(true);
  expect(wasAnswered(mergeFacts([{ eventId: "a", connectedSeconds: 1 }]))).toBe(true);
  expect(wasAnswered(mergeFacts([{ eventId: "a", connectedSeconds: 0 }]))).toBe(false);
});

test("facts that no event reports are null", () => {
  expect(mergeFacts([])).toMatchObject({ startedAt: null, durationSeconds: null, tokens: {}, transcript: [] });
});

test("tokens beyond the limit are dropped event by event, in every order", () => {
  const many = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 300 }, (_, key) => [`${prefix}${key}`, "x"]));
  const events = [
    { eventId: "a", sequence: 1, tokens: many("a") },
    { eventId: "b", sequence: 2, tokens: many("b") },
    { eventId: "c", sequence: 0, tokens: { zip: "80202" } },
  ];
  for (const order of permutations(events)) {
    expect(mergeFacts(order).tokens).toEqual({ ...many("b"), zip: "80202" });
  }
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, position) => {
    const others = items.filter((_, other) => other !== position);
    return permutations(others).map((rest) => [item, ...rest]);
  });
}
