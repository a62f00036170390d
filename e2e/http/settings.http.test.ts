import { expect, test } from "vitest";
import { BuyerSettingsAnswer, BuyerSettingsHistory } from "@/lib/settings/contract/settings-version";
import { Simulation } from "@/lib/simulation/contract";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo, type Role } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { givenBuyer } from "./support/given-settings";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

const headers = keyOf(demo);
const address = (id: number) => `/api/v1/buyers/${id}/conversion-settings`;
const put = (id: number, json: object) => ask("PUT", address(id), { headers, json });
const duration = (seconds: number) => ({ duration: { enabled: true, longer_than_seconds: seconds } });

test("every save is a version with its author, and a save from an older version is rejected", async () => {
  const id = await givenBuyer(demo, duration(90));
  const saved = await put(id, { version: 1, settings: duration(120), note: "Longer calls only" });
  expect(read(BuyerSettingsAnswer, saved)).toMatchObject({ version: 2, settings: duration(120) });
  expectProblem(await put(id, { version: 1, settings: duration(1) }), 409, "stale_version");
  const { versions } = read(BuyerSettingsHistory, await ask("GET", `${address(id)}/history`, { headers }));
  expect(versions.map(({ version, note, by }) => [version, note, by.type])).toEqual([
    [2, "Longer calls only", "api_key"],
    [1, null, "api_key"],
  ]);
});

test("a call is evaluated by the version in force at its start, not by the newest", async () => {
  const id = await givenBuyer(demo, duration(90));
  const call = await givenCall(demo, { buyer_id: id, started_at: new Date(Date.now() - 30_000).toISOString() });
  await put(id, { version: 1, settings: duration(3600) });
  await ask("POST", `/api/v1/calls/${call.id}/tokens`, { headers, json: { tokens: { zip: "80202" } } });
  expect((await callOf(demo, call.id)).buyer_converted).toBe(true);
  const later = await givenCall(demo, { buyer_id: id });
  expect((await callOf(demo, later.id)).buyer_converted).toBe(false);
});

test("a draft is simulated on past calls, and nothing is saved", async () => {
  const id = await givenBuyer(demo, { active: false });
  const call = await givenCall(demo, { buyer_id: id });
  const answer = await ask("POST", `${address(id)}/simulate`, { headers, json: { settings: duration(90), days: 1 } });
  expect(read(Simulation, answer)).toMatchObject({
    before: { calls: 1, conversions: 0 },
    after: { calls: 1, conversions: 1 },
    differing: 1,
  });
  expect((await callOf(demo, call.id)).buyer_converted).toBe(false);
});

test.each<[string, object]>([
  ["a zone that is none", { business_hours: { time_zone: "Mars/Olympus", rows: [] } }],
  [
    "an hour that is none",
    { business_hours: { time_zone: "UTC", rows: [{ weekday: 1, open: "25:00", close: "26:00" }] } },
  ],
  ["a negative duration", duration(-1)],
  ["an unknown operator", { rules: [{ name: "R", condition: { all: [{ token: "zip", operator: "like" }] } }] }],
  ["an amount with half a cent", { rules: [{ name: "R", amount: { kind: "fixed", amount: "1.005" } }] }],
  [
    "a pattern that is none",
    { rules: [{ name: "R", condition: { all: [{ token: "a", operator: "matches", values: ["("] }] } }] },
  ],
  ["an unknown setting", { durations: {} }],
])("%s is refused with 422, and no version is made", async (_, settings) => {
  const id = await givenBuyer(demo, {});
  expectProblem(await put(id, { version: 1, settings }), 422, "invalid");
  expect(read(BuyerSettingsAnswer, await ask("GET", address(id), { headers })).version).toBe(1);
});

test.each<Role>(["operator", "billing", "viewer"])("the %s neither reads nor changes settings", async (role) => {
  const id = await givenBuyer(demo, duration(90));
  const theirs = await sessionOf(demo, role);
  const attempts = [
    ask("GET", address(id), { headers: theirs }),
    ask("GET", `${address(id)}/history`, { headers: theirs }),
    ask("PUT", address(id), { headers: theirs, json: { version: 1, settings: {} } }),
    ask("POST", `${address(id)}/simulate`, { headers: theirs, json: { settings: {} } }),
    ask("POST", "/api/v1/buyers", { headers: theirs, json: { name: "Mine" } }),
  ];
  for (const answer of await Promise.all(attempts)) {
    expect(expectProblem(answer, 403, "forbidden").permission).toMatch(/^settings: (read|update)$/);
  }
});
