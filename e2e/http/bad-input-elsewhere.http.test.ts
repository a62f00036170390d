import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ask, ask } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, everythingOf, type GivenCall, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const key = keyOf(demo);
let call: GivenCall;
let before: Awaited<ReturnType<typeof everythingOf>>;
beforeAll(async () => {
  call = await givenCall(demo);
  before = await everythingOf(demo, call.id);
});

afterAll(async () => expect(await everythingOf(demo, call.id)).toEqual(before));

/** Anything that was saved shows in the call's fields, version or tokens. */
const expectNothingSaved = async () => expect(await callOf(demo, call.id)).toEqual(before.call);

const COLLECTIONS: readonly (readonly [string, string, Ask, string | null])[] = [
  ["GET", "/calls", { query: { per_page: "0" } }, "per_page"],
  ["GET", "/calls", { query: { per_page: "1001" } }, "per_page"],
  ["GET", "/calls", { query: { per_page: "-5" } }, "per_page"],
  ["GET", "/calls", { query: { cursor: "nowhere" } }, "cursor"],
  ["GET", "/calls", { query: { cursor: "\0" } }, "cursor"],
  ["GET", "/calls", { query: { sort: "revenue_then_payout" } }, "sort"],
  ["GET", "/calls", { query: { buyer_converted: "perhaps" } }, "buyer_converted"],
  ["GET", "/calls", { query: { q: "x".repeat(101) } }, "q"],
  ["GET", "/calls", { query: { q: "\0" } }, "q"],
  ["GET", "/calls", { query: { dry_run: "true" } }, "dry_run"],
  ["GET", "/rollups", { query: { cursor: "one" } }, "cursor"],
  ["GET", "/rollups", { query: { per_page: "1000" } }, "per_page"],
  ["GET", "/buyers", { query: { per_page: "101" } }, "per_page"],
  ["GET", "/traffic-sources", { query: { name: "x" } }, "name"],
  ["POST", "/buyers", { json: { name: " \t " } }, "name"],
  ["POST", "/offers", { json: { name: "" } }, "name"],
  ["POST", "/traffic-sources", { json: { name: "\u200b" } }, "name"],
  ["POST", "/rollups", { json: { until: "now" } }, "until"],
  ["POST", "/calls", { json: {} }, "offer_id"],
  ["POST", "/calls", { json: { offer_id: 987654321 } }, "offer_id"],
  ["POST", "/calls", { json: { offer_id: "one" } }, "offer_id"],
  ["POST", "/calls", { json: { caller: "somebody" } }, "caller"],
  ["POST", "/calls", { json: { duration_seconds: -1 } }, "duration_seconds"],
  ["POST", "/calls", { json: { duration_seconds: 1.5 } }, "duration_seconds"],
  ["POST", "/calls", { json: { started_at: "now" } }, "started_at"],
  ["POST", "/calls", { json: { recording_url: "javascript:alert(1)" } }, "recording_url"],
  ["POST", "/calls", { json: { external_id: "" } }, "external_id"],
  ["POST", "/calls", { json: { external_id: "a\0b" } }, "external_id"],
  ["POST", "/calls", { json: { buyer_converted: true } }, "buyer_converted"],
  ["POST", "/calls", { json: { dry_run: true } }, "dry_run"],
  ["POST", "/calls/bulk", { json: { updates: [] } }, null],
];

test.each(COLLECTIONS)("%s %s %o", async (method, path, request, field) => {
  const answer = await ask(method, `/api/v1${path}`, { ...request, headers: { ...key, ...request.headers } });
  const { errors } = expectProblem(answer, 422);
  if (field) expect(Object.keys(errors ?? {})).toContain(field);
});

const SIDES: readonly (readonly [string, unknown, string])[] = [
  ["automatic", {}, "side"],
  ["automatic", { side: "both" }, "side"],
  ["automatic", { side: null }, "side"],
  ["automatic", { side: ["buyer"] }, "side"],
  ["automatic", { side: "buyer", locked: true }, "locked"],
  ["lock", { side: "buyer" }, "locked"],
  ["lock", { side: "buyer", locked: "perhaps" }, "locked"],
  ["lock", { locked: true }, "side"],
];

test.each(SIDES)("POST /calls/:id/%s %o", async (verb, json, field) => {
  const { errors } = expectProblem(await ask("POST", `/api/v1/calls/${call.id}/${verb}`, { headers: key, json }), 422);
  expect(Object.keys(errors ?? {})).toEqual([field]);
  await expectNothingSaved();
});

test.each([
  [{ started_at: "2025-01-23T10:00:00Z", answered_at: "2025-01-23T09:59:59Z" }, "answered_at"],
  [{ started_at: "2025-01-23T10:00:00Z", ended_at: "2025-01-23T09:59:59Z" }, "ended_at"],
  [{ duration_seconds: 10, connected_seconds: 11 }, "connected_seconds"],
  [{ started_at: "2199-01-01T00:00:00Z" }, "started_at"],
])("an impossible call: %o", async (times, field) => {
  const json = { external_id: `never-${field}`, offer_id: call.offerId, ...times };
  const { errors } = expectProblem(await ask("POST", "/api/v1/calls", { headers: key, json }), 422);
  expect(Object.keys(errors ?? {})).toEqual([field]);
  const answer = await ask("GET", "/api/v1/calls", { headers: key, query: { external_id: `never-${field}` } });
  expect(answer.body).toMatchObject({ calls: [] });
});
