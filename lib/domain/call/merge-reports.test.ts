import { expect, test } from "vitest";
import { mergeReports, type Report, wasAnswered } from "./merge-reports";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second));
const said = (...texts: string[]) => texts.map((text, atSeconds) => ({ speaker: "customer", text, atSeconds }));

const EVENTS: readonly Report[] = [
  {
    eventId: "initiated:1",
    order: 1,
    caller: "+13035550142",
    startedAt: at(0),
    tokens: { zip: "80202", stage: "new" },
  },
  { eventId: "answered:1", order: 2, answeredAt: at(5), tokens: { stage: "answered" } },
  { eventId: "no-answer:2", order: 3, connectedSeconds: 0, endedAt: at(4) },
  { eventId: "hangup:1", order: 4, startedAt: at(1), endedAt: at(95), durationSeconds: 94, transcript: said("hello") },
  { eventId: "recording:1", order: 5, recordingUrl: "https://recordings.test/1" },
  { eventId: "analyzed:1", tokens: { booked: "true", stage: "none" }, transcript: said("hello", "goodbye") },
];

test("the facts are the same in every order and with every repetition of the events", () => {
  const expected = mergeReports(EVENTS);
  for (const events of permutations(EVENTS)) {
    expect(mergeReports(events)).toEqual(expected);
    expect(mergeReports([...events, ...events.slice(0, 3)])).toEqual(expected);
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
    transcript: said("hello", "goodbye"),
  });
});

test("of transcripts of one length, one is chosen whatever the order", () => {
  const one = { eventId: "a", transcript: said("one") };
  const other = { eventId: "b", transcript: said("other") };
  expect(mergeReports([other, one])).toEqual(mergeReports([one, other]));
});

test("clocks that contradict each other give no call that ends before it began", () => {
  const facts = mergeReports([
    { eventId: "started", startedAt: at(10) },
    { eventId: "answered", answeredAt: at(9) },
    { eventId: "ended", endedAt: at(8), durationSeconds: 3, connectedSeconds: 4 },
  ]);
  expect(facts).toMatchObject({ startedAt: at(10), answeredAt: at(10), endedAt: at(10), durationSeconds: 4 });
});

test("a call is answered where somebody took it or was connected", () => {
  expect(wasAnswered(mergeReports([{ eventId: "a", answeredAt: at(1) }]))).toBe(true);
  expect(wasAnswered(mergeReports([{ eventId: "a", connectedSeconds: 1 }]))).toBe(true);
  expect(wasAnswered(mergeReports([{ eventId: "a", connectedSeconds: 0 }]))).toBe(false);
});

test("what nobody told is not known", () => {
  expect(mergeReports([])).toMatchObject({ startedAt: null, durationSeconds: null, tokens: {}, transcript: [] });
});

test("more tokens than a call may hold are left out event by event, in every order", () => {
  const many = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 300 }, (_, key) => [`${prefix}${key}`, "x"]));
  const events = [
    { eventId: "a", order: 1, tokens: many("a") },
    { eventId: "b", order: 2, tokens: many("b") },
    { eventId: "c", order: 0, tokens: { zip: "80202" } },
  ];
  for (const order of permutations(events)) {
    expect(mergeReports(order).tokens).toEqual({ ...many("b"), zip: "80202" });
  }
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, position) => {
    const others = items.filter((_, other) => other !== position);
    return permutations(others).map((rest) => [item, ...rest]);
  });
}
