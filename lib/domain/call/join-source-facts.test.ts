import { expect, test } from "vitest";
import { joinSourceFacts, sameFacts, type ToldFacts } from "./join-source-facts";
import { mergeReports, type Report } from "./merge-reports";

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second));

const call: ToldFacts = {
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
const before: Report = { eventId: "a", order: 1, startedAt: at(0), endedAt: at(60), tokens: { zip: "80202" } };

test("a source brings up to date what it had told itself", () => {
  const later: Report = { eventId: "b", order: 2, endedAt: at(90), answeredAt: at(3), tokens: { zip: "80203" } };
  expect(joinSourceFacts(call, mergeReports([before]), mergeReports([before, later]))).toEqual({
    ...call,
    answeredAt: at(3),
    endedAt: at(90),
    tokens: { zip: "80203", agent: "ana" },
  });
});

test("what somebody else put there stays", () => {
  const later: Report = {
    eventId: "b",
    order: 2,
    durationSeconds: 90,
    tokens: { agent: "robot" },
    transcript: [{ speaker: "agent", text: "hello", atSeconds: 1 }],
  };
  const own = { speaker: "customer", text: "yes", atSeconds: 2 };
  const joined = joinSourceFacts({ ...call, transcript: [own] }, mergeReports([before]), mergeReports([before, later]));
  expect(joined).toMatchObject({ durationSeconds: 60, tokens: { agent: "ana" } });
  expect(joined.transcript).toEqual([...(later.transcript ?? []), own]);
});

test("the 0 of a leg that nobody took is withdrawn when another is answered", () => {
  const missed: Report = { eventId: "b", connectedSeconds: 0 };
  const answered: Report = { eventId: "c", answeredAt: at(5) };
  const joined = joinSourceFacts(
    { ...call, connectedSeconds: 0 },
    mergeReports([before, missed]),
    mergeReports([before, missed, answered]),
  );
  expect(joined).toMatchObject({ connectedSeconds: null, answeredAt: at(5) });
});

test("where clocks differ, no call is answered or over before it started", () => {
  const stated = { ...call, startedAt: at(10), endedAt: null };
  const answered: Report = { eventId: "b", answeredAt: at(9), endedAt: at(70), durationSeconds: 61 };
  expect(joinSourceFacts(stated, mergeReports([]), mergeReports([answered]))).toMatchObject({
    startedAt: at(10),
    answeredAt: at(10),
    endedAt: at(70),
  });
  const over: Report = { eventId: "b", answeredAt: at(2), endedAt: at(5) };
  expect(joinSourceFacts(stated, mergeReports([]), mergeReports([over]))).toMatchObject({
    answeredAt: null,
    endedAt: null,
  });
});

test("saying the same again changes nothing", () => {
  const facts = mergeReports([before]);
  expect(sameFacts(call, joinSourceFacts(call, facts, facts))).toBe(true);
  expect(sameFacts(call, { ...call, tokens: { zip: "80202" } })).toBe(false);
  expect(sameFacts(call, { ...call, endedAt: at(61) })).toBe(false);
});
