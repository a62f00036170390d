import { expect, test } from "vitest";
import { RecordedCall } from "@/lib/call/contract/call";
import { CallList } from "@/lib/call/contract/call-list";
import { RollupAnswer, RollupList } from "@/lib/ledger/contract/rollup";
import { type Ask, ask, read } from "./support/ask";
import { convert } from "./support/convert";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, givenCall, partiesOf } from "./support/given-call";

const headers = keyOf(demo);
const record = (request: Ask) => ask("POST", "/api/v1/calls", { ...request, headers });
const list = async (query: Record<string, string>) =>
  read(CallList, await ask("GET", "/api/v1/calls", { headers, query }));

test("a new call is created and found at its Location", async () => {
  const { offerId, buyerIds, sourceIds } = await partiesOf(demo);
  const began = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
  const after = (seconds: number) => new Date(began + seconds * 1000).toISOString();
  const started = after(0);
  const json = {
    external_id: `made-${Date.now()}`,
    caller: "+1 (303) 555-0147",
    offer_id: offerId,
    buyer_id: buyerIds[0],
    traffic_source_id: sourceIds[0],
    started_at: `${started.slice(0, 19)}+00:00`,
    answered_at: after(13),
    ended_at: after(184),
    tokens: { zip: "80202" },
    recording_url: "https://recordings.test/1.mp3",
  };
  const answer = await record({ json });
  const { call } = read(RecordedCall, answer);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("location")).toBe(`/api/v1/calls/${call.id}`);
  expect(call).toMatchObject({
    external_id: json.external_id,
    caller: "+13035550147",
    version: 0,
    started_at: started,
    duration_seconds: 184,
    connected_seconds: 171,
    tokens: { zip: "80202" },
    buyer_converted: false,
    offer_converted: false,
    buyer_decision: null,
    offer_decision: null,
  });
  const stored = await ask("GET", answer.headers.get("location") ?? "", { headers });
  expect(stored.body).toEqual({ status: 200, call });
});

test("the same external id again is the same call, and fills empty fields", async () => {
  const { offerId, buyerIds } = await partiesOf(demo);
  const externalId = `again-${Date.now()}`;
  const first = await record({ form: { external_id: externalId, offer_id: String(offerId), "tokens[zip]": "80202" } });
  const again = {
    external_id: externalId,
    buyer_id: buyerIds[0],
    duration_seconds: 60,
    tokens: { zip: "1", city: "Denver" },
  };
  const second = await record({ json: again });
  const third = await record({ json: { ...again, buyer_id: buyerIds[1], duration_seconds: 90 } });
  expect([first.status, second.status, third.status]).toEqual([201, 200, 200]);
  expect(second.headers.get("location")).toBeNull();
  const { call } = read(RecordedCall, third);
  expect(call).toMatchObject({
    id: read(RecordedCall, first).call.id,
    buyer: { id: buyerIds[0] },
    duration_seconds: 60,
    tokens: { zip: "80202", city: "Denver" },
  });
  expect((await list({ external_id: externalId })).calls).toHaveLength(1);
});

test("a repeat never touches parties or amounts of a decided call", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  const before = await callOf(demo, call.id);
  const json = { external_id: call.externalId, buyer_id: call.buyerIds[1], traffic_source_id: call.sourceIds[1] };
  expect((await record({ json })).status).toBe(200);
  expect(await callOf(demo, call.id)).toEqual(before);
});

test("sixteen simultaneous posts of one external id make one call", async () => {
  const { offerId } = await partiesOf(demo);
  const json = { external_id: `at-once-${Date.now()}`, offer_id: offerId };
  const answers = await Promise.all(Array.from({ length: 16 }, () => record({ json })));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(15).fill(200), 201]);
  expect(new Set(answers.map((answer) => read(RecordedCall, answer).call.id)).size).toBe(1);
});

test("the list is newest first, and its pages repeat and omit nothing", async () => {
  // Starts at a cursor, because other tests create newer calls meanwhile.
  const { metadata } = await list({ per_page: "1" });
  const from = { cursor: metadata.next_cursor ?? "" };
  const whole = await list({ ...from, per_page: "21" });
  const first = await list({ ...from, per_page: "7" });
  const second = await list({ cursor: first.metadata.next_cursor ?? "", per_page: "7" });
  const third = await list({ cursor: second.metadata.next_cursor ?? "", per_page: "7" });
  expect([first, second, third].flatMap(({ calls }) => calls)).toEqual(whole.calls);
  expect(third.metadata).toEqual(whole.metadata);
  const starts = whole.calls.map(({ started_at }) => started_at);
  expect(starts).toEqual([...starts].sort().reverse());
});

test("a call is found by caller, uuid, id and external id", async () => {
  const call = await givenCall(demo, { caller: "+17205550188" });
  for (const q of ["+17205550188", "17205550188", "(720) 555-0188", "5550188", call.uuid, String(call.id)]) {
    expect(
      (await list({ q, per_page: "200" })).calls.map(({ id }) => id),
      q,
    ).toContain(call.id);
  }
  expect((await list({ external_id: call.externalId })).calls.map(({ id }) => id)).toEqual([call.id]);
  expect((await list({ q: "no such caller" })).calls).toEqual([]);
});

test("a rollup on request posts pending changes and is first in the list, chained to the previous one", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  const ran = read(RollupAnswer, await ask("POST", "/api/v1/rollups", { headers }));
  expect(ran.entries).toBeGreaterThanOrEqual(0);
  const { rollups, metadata } = read(
    RollupList,
    await ask("GET", "/api/v1/rollups", { headers, query: { per_page: "2" } }),
  );
  const [last, before] = rollups;
  expect(last?.digest).toMatch(/^[0-9a-f]{64}$/);
  if (before) expect(last?.previous_digest).toBe(before.digest);
  if (metadata.next_cursor) {
    const next = read(
      RollupList,
      await ask("GET", "/api/v1/rollups", { headers, query: { cursor: metadata.next_cursor } }),
    );
    expect(next.rollups[0]?.id).toBeLessThan(before?.id ?? 0);
  }
});

test("the list streams as CSV and as lines of JSON, and has only the requested fields", async () => {
  const { id, externalId } = await givenCall(demo, { tokens: { zip: "80202" } });
  const query = { external_id: externalId, fields: "id,tokens,buyer" };
  const stream = (accept: string) => ask("GET", "/api/v1/calls", { headers: { ...headers, accept }, query });
  const { calls } = await list(query);
  expect(calls.map((call) => Object.keys(call).sort())).toEqual([["buyer", "id", "tokens"]]);
  const lines = await stream("application/x-ndjson");
  expect([lines.status, lines.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
  expect(JSON.parse(lines.text)).toEqual(calls[0]);
  const csv = await stream("text/csv");
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const [names, row] = csv.text.split("\r\n");
  expect(names).toBe("id,buyer_id,buyer,tokens");
  expect(row).toMatch(new RegExp(`^${id},\\d+,Rowan Gutters,"\\{""zip"":""80202""\\}"$`));
  const refused = await ask("GET", "/api/v1/calls", {
    headers: { ...headers, accept: "text/csv" },
    query: { cursor: "x" },
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: { cursor: expect.any(String) } } });
});
