import { describe, expect, test } from "vitest";
import { type Ask, ask } from "./support/ask";
import { convert, convertSecurely } from "./support/convert";
import { basic, keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { everythingOf, givenCall, partiesOf } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const key = keyOf(demo);

test("the specification's own command converts: a PUT with a query string and no body", async () => {
  const call = await givenCall(demo);
  const path = `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}?buyer_converted=true&revenue=10`;
  const answer = await ask("PUT", path);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer).toMatchObject({
    status: 200,
    body: {
      status: 200,
      changed: true,
      call: {
        id: call.id,
        uuid: call.uuid,
        version: 1,
        currency: "USD",
        buyer_converted: true,
        offer_converted: false,
        revenue: "10.00",
        buyer_decision: { mechanism: "secure_api", explicit: true, locked: false, rule: null },
        offer_decision: null,
      },
    },
  });
});

const PLACES: readonly (readonly [string, Ask])[] = [
  ["the query string", { query: { buyer_converted: "true", revenue: "12.5", "tokens[zip]": "80202" } }],
  ["a form", { form: { buyer_converted: "true", revenue: "12.5", "tokens[zip]": "80202" } }],
  ["JSON", { json: { buyer_converted: true, revenue: "12.5", tokens: { zip: "80202" } } }],
  ["JSON with numbers", { json: { buyer_converted: 1, revenue: 12.5, tokens: { zip: 80202 } } }],
  ["JSON with names as in a form", { json: { buyer_converted: "yes", revenue: 12.5, "tokens[zip]": "80202" } }],
  ["a multipart form", { body: multipart({ buyer_converted: "true", revenue: "12.5", "tokens[zip]": "80202" }) }],
  ["query and JSON", { query: { buyer_converted: "true" }, json: { revenue: "12.5", tokens: { zip: "80202" } } }],
  [
    "query and form, one name twice alike",
    { query: "revenue=12.5&tokens[zip]=80202", form: "buyer_converted=1&revenue=12.5" },
  ],
  ["a query with tokens as JSON", { query: { buyer_converted: "true", revenue: "12.5", tokens: '{"zip":"80202"}' } }],
  ["JSON of a type of its own", typed({ buyer_converted: true, revenue: 12.5, tokens: { zip: "80202" } })],
];

function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function typed(json: unknown): Ask {
  return { body: JSON.stringify(json), headers: { "content-type": "application/vnd.crm+json; charset=utf-8" } };
}

describe("a parameter has the same meaning wherever it is sent", () => {
  test.each(PLACES)("%s", async (_, request) => {
    const expected = { buyer_converted: true, revenue: "12.50", tokens: { zip: "80202" }, version: 1 };
    const [put, posted] = [await givenCall(demo), await givenCall(demo)];
    expect(await convert(put, request)).toMatchObject({ changed: true, call: expected });
    const headers = { ...key, ...request.headers };
    const post = await ask("POST", `/api/v1/calls/${posted.uuid}`, { ...request, headers });
    expect(post.body).toMatchObject({ status: 200, changed: true, call: expected });
    expect(await convertSecurely(await givenCall(demo), request)).toMatchObject({
      call: { buyer_converted: true, revenue: "12.50" },
    });
  });
});

test.each([
  [true, ["1", "true", "yes", "on", "TRUE", "Yes", "oN"]],
  [false, ["0", "false", "no", "off", "FALSE", "No", "ofF"]],
])("these values mean %s", async (meaning, words) => {
  for (const word of words) {
    const call = await givenCall(demo);
    expect((await convert(call, { query: { buyer_converted: word } })).call.buyer_converted).toBe(meaning);
    expect((await convertSecurely(call, { form: { offer_converted: word } })).call.offer_converted).toBe(meaning);
  }
});

test.each([
  ["10", "10.00"],
  ["10.5", "10.50"],
  ["10.50", "10.50"],
  ["0", "0.00"],
  ["0.01", "0.01"],
  ["999999999.99", "999999999.99"],
])("the amount %s is stored as %s", async (sent, stored) => {
  const call = await givenCall(demo);
  expect((await convert(call, { query: { revenue: sent } })).call.revenue).toBe(stored);
  expect((await convert(call, { json: `{"payout": ${sent}}` })).call).toMatchObject({
    revenue: stored,
    payout: stored,
  });
});

test("an update that repeats the state changes nothing, except for the first no", async () => {
  const call = await givenCall(demo);
  expect(await convert(call, { query: { buyer_converted: "false" } })).toMatchObject({
    changed: true,
    call: { version: 1 },
  });
  expect(await convert(call, { query: { buyer_converted: "no" } })).toMatchObject({
    changed: false,
    call: { version: 1 },
  });
  expectProblem(await ask("PUT", `/api/v1/calls/${call.id}`, { headers: keyOf(demo) }), 422);
  expect(await convert(call, { json: { tokens: { zip: "1" } } })).toMatchObject({ changed: true });
  expect(await convert(call, { json: { tokens: { zip: "1" } } })).toMatchObject({ changed: false });
  expectProblem(await ask("PUT", `/api/v1/calls/${call.id}`, { headers: keyOf(demo), json: { tokens: {} } }), 422);
  expect((await everythingOf(demo, call.id)).call).toMatchObject({ version: 1, tokens: { zip: "1" } });
});

test("an absent parameter leaves its field, and each side leaves the other", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "9", "tokens[zip]": "1" } });
  const { call: after } = await convert(call, {
    query: { offer_converted: "true", payout: "4", "tokens[city]": "Denver" },
  });
  expect(after).toMatchObject({ buyer_converted: true, offer_converted: true, revenue: "9.00", payout: "4.00" });
  expect(after.tokens).toEqual({ zip: "1", city: "Denver" });
  const { call: taken } = await convert(call, { query: { buyer_converted: "false" } });
  expect(taken).toMatchObject({ buyer_converted: false, offer_converted: true, revenue: "9.00", payout: "4.00" });
});

test("an amount alone never converts; zero is legal and gives a warning", async () => {
  const call = await givenCall(demo);
  expect((await convert(call, { query: { revenue: "0" } })).call.buyer_converted).toBe(false);
  const { warnings } = await convert(call, { query: { buyer_converted: "true" } });
  expect(warnings).toEqual([expect.stringContaining("0.00")]);
});

test("converting needs a buyer or a traffic source: the call's, or one in the request", async () => {
  const call = await givenCall(demo, { buyer_id: undefined, traffic_source_id: undefined });
  const refused = async (flag: string) =>
    expectProblem(await ask("PUT", `/api/v1/calls/${call.id}`, { headers: key, query: { [flag]: "true" } }), 422);
  expect((await refused("buyer_converted")).errors).toEqual({ buyer_id: expect.stringContaining("Choose a buyer") });
  expect((await refused("offer_converted")).errors).toEqual({
    traffic_source_id: expect.stringContaining("traffic source"),
  });
  const { buyerIds, sourceIds } = await partiesOf(demo);
  const json = { buyer_converted: true, buyer_id: buyerIds[0], offer_converted: true, traffic_source_id: sourceIds[0] };
  expect((await convert(call, { json })).call).toMatchObject({
    buyer: { id: buyerIds[0] },
    traffic_source: { id: sourceIds[0] },
  });
});

test("a key works with Bearer and Basic, and calls are found by id and by uuid in any case", async () => {
  const call = await givenCall(demo);
  for (const headers of [key, basic(demo.api_key.id, demo.api_key.secret)]) {
    for (const ref of [call.id, call.uuid, call.uuid.toUpperCase()]) {
      expect((await ask("GET", `/api/v1/calls/${ref}`, { headers })).body).toMatchObject({ call: { id: call.id } });
    }
  }
});
