import { expect, test } from "vitest";
import { type Evaluation, EvaluationList } from "@/lib/evaluation/contract";
import { type Answer, ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo, type Role } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { givenBuyer } from "./support/given-settings";
import { sessionOf } from "./support/session";

const RULE = {
  name: "Denver in hours",
  condition: { any: [{ token: "zip", operator: "equals", values: ["80202"] }] },
  hours: { time_zone: "America/Denver", rows: [] },
  amount: { kind: "fixed", amount: "66.61" },
};
const settings = {
  rules: [RULE, { ...RULE, name: "Paused", enabled: false }],
  duration: { enabled: true, longer_than_seconds: 180 },
};

async function asked(id: number, role: Role | null = null): Promise<Answer> {
  const headers = role === null ? keyOf(demo) : await sessionOf(demo, role);
  return ask("GET", `/api/v1/calls/${id}/evaluations`, { headers });
}
const ofBuyer = (answer: Answer): Evaluation[] =>
  read(EvaluationList, answer).evaluations.filter(({ side }) => side === "buyer");

test("every mechanism and rule shows the value wanted and seen, newest evaluation first", async () => {
  const buyerId = await givenBuyer(demo, settings);
  const { id } = await givenCall(demo, { buyer_id: buyerId, tokens: { zip: "10001" } });
  await ask("POST", `/api/v1/calls/${id}/tokens`, { headers: keyOf(demo), json: { tokens: { zip: "80202" } } });
  const [newest, first] = ofBuyer(await asked(id));
  expect(newest).toMatchObject({
    number: 2,
    converting: 0,
    settings: { type: "buyer", id: buyerId, version: 1 },
    steps: [
      {
        mechanism: "rule",
        name: "Denver in hours",
        rule_id: 1,
        on: true,
        holds: true,
        clauses: [
          { subject: "business hours", seen: expect.stringMatching(/^\w+day \d\d:\d\d America\/Denver$/), holds: true },
          { subject: "zip", wanted: "= 80202", seen: "80202", holds: true },
        ],
      },
      { name: "Paused", rule_id: 2, on: false, holds: false, clauses: [] },
      { mechanism: "voice_agent", on: false },
      {
        mechanism: "duration",
        holds: false,
        clauses: [{ subject: "connected seconds", wanted: "> 180", seen: "171", holds: false }],
      },
    ],
  });
  expect(first).toMatchObject({ number: 1, converting: null });
  expect((await callOf(demo, id)).revenue).toBe("66.61");
});

test.each<Role>(["operator", "viewer", "billing", "owner"])("amounts of rules are told to nobody: %s", async (role) => {
  const buyerId = await givenBuyer(demo, settings);
  const { id } = await givenCall(demo, { buyer_id: buyerId, tokens: { zip: "80202" } });
  const answer = await asked(id, role);
  expect(ofBuyer(answer)[0]?.converting).toBe(0);
  expect(answer.text).not.toMatch(/66\.61|6661|amount/);
});

test("a side without settings says so", async () => {
  const { id } = await givenCall(demo, { started_at: "2001-01-01T00:00:00Z" });
  expect(read(EvaluationList, await asked(id))).toEqual({
    status: 200,
    sides: [
      { side: "buyer", settings: null },
      { side: "offer", settings: null },
    ],
    evaluations: [],
  });
});
