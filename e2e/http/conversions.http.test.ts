import { describe, expect, test } from "vitest";
import { type Ask, ask } from "./support/ask";
import { convert, convertSecurely, rollUp } from "./support/convert";
import { basic, keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, everythingOf, givenCall, partiesOf } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const key = keyOf(demo);

test("the specification's own line converts: a PUT with a query string and no body", async () => {
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

describe("a parameter means the same wherever it stands", () => {
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
])("these words mean %s", async (meaning, words) => {
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
])("the amount %s is kept as %s", async (given, kept) => {
  const call = await givenCall(demo);
  expect((await convert(call, { query: { revenue: given } })).call.revenue).toBe(kept);
  expect((await convert(call, { json: `{"payout": ${given}}` })).call).toMatchObject({ revenue: kept, payout: kept });
});

test("what is so already changes nothing; the first no is a change all the same", async () => {
  const call = await givenCall(demo);
  expect(await convert(call, { query: { buyer_converted: "false" } })).toMatchObject({
    changed: true,
    call: { version: 1 },
  });
  expect(await convert(call, { query: { buyer_converted: "no" } })).toMatchObject({
    changed: false,
    call: { version: 1 },
  });
  expect(await convert(call, {})).toMatchObject({ changed: false, call: { version: 1 } });
  expect(await convert(call, { json: { tokens: { zip: "1" } } })).toMatchObject({ changed: true });
  expect(await convert(call, { json: { tokens: { zip: "1" } } })).toMatchObject({ changed: false });
  expect(await convert(call, { json: { tokens: {} } })).toMatchObject({
    changed: false,
    call: { tokens: { zip: "1" } },
  });
});

test("a parameter that is absent leaves its field alone, and each side the other", async () => {
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

test("an amount alone never converts; zero is legal, and warned of", async () => {
  const call = await givenCall(demo);
  expect((await convert(call, { query: { revenue: "0" } })).call.buyer_converted).toBe(false);
  const { warnings } = await convert(call, { query: { buyer_converted: "true" } });
  expect(warnings).toEqual([expect.stringContaining("0.00")]);
});

test("to convert takes a buyer or a source: the call's, or the one that is named", async () => {
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

test("a key is known by Bearer and by Basic, and found by id and by uuid in any case", async () => {
  const call = await givenCall(demo);
  for (const headers of [key, basic(demo.api_key.id, demo.api_key.secret)]) {
    for (const ref of [call.id, call.uuid, call.uuid.toUpperCase()]) {
      expect((await ask("GET", `/api/v1/calls/${ref}`, { headers })).body).toMatchObject({ call: { id: call.id } });
    }
  }
});

test("a conversion is pending, then charged; taken back, the credit names the charge it offsets", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  const charge = { kind: "charge", amount: "10.00", party: { type: "buyer", id: call.buyerIds[0] } };
  const first = await everythingOf(demo, call.id);
  expect([...first.pending, ...first.entries]).toMatchObject([charge]);
  await rollUp();
  await convert(call, { query: { buyer_converted: "false" } });
  await rollUp();

  const { pending, entries, totals, changes } = await everythingOf(demo, call.id);
  expect(pending).toEqual([]);
  expect(entries).toMatchObject([
    { ...charge, offsets_entry_id: null, change_version: 1, correction: false },
    { ...charge, kind: "credit", offsets_entry_id: entries[0]?.id, change_version: 2 },
  ]);
  expect(entries[1]).toMatchObject({
    debit_account: entries[0]?.credit_account,
    credit_account: entries[0]?.debit_account,
  });
  expect(totals).toEqual({
    charged: "10.00",
    credited: "10.00",
    payouts: "0.00",
    clawbacks: "0.00",
    net_revenue: "0.00",
    net_payout: "0.00",
  });
  expect(changes.map(({ version }) => version)).toEqual([2, 1]);
});

test("a converted call that moves to another buyer is credited to the first and charged to the second", async () => {
  const call = await givenCall(demo);
  const [first, second] = call.buyerIds;
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  const { call: moved } = await convert(call, { query: { buyer_id: String(second) } });
  expect(moved).toMatchObject({ buyer: { id: second }, buyer_converted: true, revenue: "10.00", version: 2 });
  await rollUp();
  const { entries } = await everythingOf(demo, call.id);
  const billed = entries.map(({ kind, party }) => `${kind} ${party.id}`).sort();
  expect(billed).toEqual([`charge ${first}`, `charge ${second}`, `credit ${first}`].sort());
});

test("the history says who, how, from what to what and why", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "8", reason: "The policy was sold." } });
  await convertSecurely(call, { query: { revenue: "9.5" } });
  const { changes } = await everythingOf(demo, call.id);
  expect(changes).toMatchObject([
    { version: 2, mechanism: "secure_api", actor: { type: "secure_token" }, revenue: { from: "8.00", to: "9.50" } },
    {
      version: 1,
      mechanism: "api",
      actor: { type: "api_key" },
      reason: "The policy was sold.",
      buyer_converted: { from: false, to: true },
    },
  ]);
  expect(changes[0]).not.toHaveProperty("buyer_converted");
});

test("a stale version is answered with the call as it is and what changed since", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "8", version: "0" } });
  const query = { revenue: "9", version: "0" };
  const stale = expectProblem(
    await ask("PUT", `/api/v1/calls/${call.id}`, { headers: key, query }),
    409,
    "stale_version",
  );
  expect(stale.call).toMatchObject({ id: call.id, version: 1, revenue: "8.00" });
  expect(stale.changes).toMatchObject([{ version: 1, buyer_converted: { from: false, to: true } }]);
  expect((await convert(call, { query: { ...query, version: "1" } })).call.revenue).toBe("9.00");
});

describe("statements that carry their own number and time", () => {
  test("a repeated event_id is not applied again", async () => {
    const call = await givenCall(demo);
    const yes = { query: { buyer_converted: "true", revenue: "10", event_id: "sale-1" } };
    expect(await convert(call, yes)).toMatchObject({ changed: true });
    await convert(call, { query: { buyer_converted: "false" } });
    expect(await convert(call, yes)).toMatchObject({
      status: 200,
      changed: false,
      repeated: true,
      call: { buyer_converted: false },
    });
    expect(await convertSecurely(call, yes)).toMatchObject({ changed: true, call: { buyer_converted: true } });
  });

  test("one older than what is known is not applied", async () => {
    const call = await givenCall(demo);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    await convert(call, { query: { buyer_converted: "false", occurred_at: ago(10) } });
    const older = await convert(call, { query: { buyer_converted: "true", occurred_at: ago(20) } });
    expect(older).toMatchObject({
      status: 200,
      changed: false,
      superseded: true,
      call: { buyer_converted: false, version: 1 },
    });
    const newer = await convert(call, { query: { buyer_converted: "true", occurred_at: ago(5) } });
    expect(newer).toMatchObject({ changed: true, call: { buyer_converted: true, version: 2 } });
    expect((await callOf(demo, call.id)).buyer_converted).toBe(true);
  });
});
