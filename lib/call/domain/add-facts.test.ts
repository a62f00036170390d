import { expect, test } from "vitest";
import { addFacts, type CallFacts, isSameFacts } from "./add-facts";
import { mergeFacts } from "./merge-facts";
import type { ReportedFacts } from "./reported-call";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second));

const call: CallFacts = {
  startedAt: at(0),
  answeredAt: null,
  endedAt: at(60),
  durationSeconds: 60,
  connectedSeconds: null,
  caller: null,
  recordingUrl: null,
  tokens: { zip: "80202", agent: "ana" },
  transcript: [],
};
const before: ReportedFacts = {
  eventId: "a",
  sequence: 1,
  startedAt: at(0),
  endedAt: at(60),
  tokens: { zip: "80202" },
};

test("an integration updates the values that it reported itself", () => {
  const later: ReportedFacts = {
    eventId: "b",
    sequence: 2,
    endedAt: at(90),
    answeredAt: at(3),
    tokens: { zip: "80203" },
  };
  expect(addFacts(call, mergeFacts([before]), mergeFacts([before, later]))).toEqual({
    ...call,
    answeredAt: at(3),
    endedAt: at(90),
    tokens: { zip: "80203", agent: "ana" },
  });
});

test("values entered by others stay", () => {
  const later: ReportedFacts = {
    eventId: "b",
    sequence: 2,
    durationSeconds: 90,
    tokens: { agent: "robot" },
    transcript: [{ speaker: "agent", text: "hello", atSeconds: 1 }],
  };
  const own = { speaker: "customer", text: "yes", atSeconds: 2 };
  const merged = addFacts({ ...call, transcript: [own] }, mergeFacts([before]), mergeFacts([before, later]));
  expect(merged).toMatchObject({ durationSeconds: 60, tokens: { agent: "ana" } });
  expect(merged.transcript).toEqual([...(later.transcript ?? []), own]);
});

test("the 0 seconds of an unanswered leg are replaced when another leg is answered", () => {
  const missed: ReportedFacts = { eventId: "b", connectedSeconds: 0 };
  const answered: ReportedFacts = { eventId: "c", answeredAt: at(5) };
  const merged = addFacts(
    { ...call, connectedSeconds: 0 },
    mergeFacts([before, missed]),
    mergeFacts([before, missed, answered]),
  );
  expect(merged).toMatchObject({ connectedSeconds: null, answeredAt: at(5) });
});

test("with clocks that differ, no call is answered or ends before it starts", () => {
  const stated = { ...call, startedAt: at(10), endedAt: null };
  const answered: ReportedFacts = { eventId: "b", answeredAt: at(9), endedAt: at(70), durationSeconds: 61 };
  expect(addFacts(stated, mergeFacts([]), mergeFacts([answered]))).toMatchObject({
    startedAt: at(10),
    answeredAt: at(10),
    endedAt: at(70),
  });
  const over: ReportedFacts = { eventId: "b", answeredAt: at(2), endedAt: at(5) };
  expect(addFacts(stated, mergeFacts([]), mergeFacts([over]))).toMatchObject({
    answeredAt: null,
    endedAt: null,
  });
});

test("repeated facts change nothing", () => {
  const facts = mergeFacts([before]);
  expect(isSameFacts(call, addFacts(call, facts, facts))).toBe(true);
  expect(isSameFacts(call, { ...call, tokens: { zip: "80202" } })).toBe(false);
  expect(isSameFacts(call, { ...call, endedAt: at(61) })).toBe(false);
});
