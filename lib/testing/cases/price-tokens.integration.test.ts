import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, Call, ConversionAnswer, EvaluationList } from "@/lib/testing/api/answers";
import type { Api, Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { retellEvent } from "@/lib/testing/api/retell-event";
import { expectBooksBalance } from "@/lib/testing/invariants";

/** Like no other number in an answer. */
const VALUE = "47.11";
const PRICE = { policy_value: VALUE };
const PRICED = {
  name: "Sold",
  condition: { all: [{ token: "policy_value", operator: "greater", values: ["10"] }] },
  amount: { kind: "token", token: "policy_value", minimum: "0.00", maximum: "500.00" },
};

async function givenPriced(statements: Fields = { revenue: "accepted" }): Promise<{ given: GivenApi; call: Call }> {
  const given = await givenApi();
  await given.saveBuyerSettings({ rules: [PRICED], statements });
  const call = await given.givenCall({ tokens: { ...PRICE, zip: "80202" } });
  expect(call).toMatchObject({ buyer_converted: true, revenue: VALUE, tokens: PRICE });
  return { given, call };
}

describe("a token that a rule uses as an amount is written by those who may write the amount:", () => {
  const WAYS: readonly [string, (key: Api, call: Call, tokens: Fields) => Promise<{ status: number; body: Fields }>][] =
    [
      ["an update of the call", (key, { id }, tokens) => key.put(`/calls/${id}`, { tokens })],
      ["its tokens alone", (key, { id }, tokens) => key.post(`/calls/${id}/tokens`, { tokens })],
    ];

  test.each(WAYS)("%s is refused to others, whole", async (_, write) => {
    const { given, call } = await givenPriced();
    const operator = await given.keyOf("operator");
    const { status, body } = await write(operator, call, { policy_value: "90", zip: "80203" });
    expect({ status, permission: body.permission }).toEqual({ status: 403, permission: "call.revenue: update" });
    expect(await given.getCall(call.id)).toMatchObject({ revenue: VALUE, tokens: { ...PRICE, zip: "80202" } });
  });

  test.each(WAYS)("%s that names other tokens is not", async (_, write) => {
    const { given, call } = await givenPriced();
    expect(await write(await given.keyOf("operator"), call, { zip: "80203" })).toMatchObject({ status: 200 });
    expect(await given.getCall(call.id)).toMatchObject({ tokens: { ...PRICE, zip: "80203" } });
  });

  test.each(WAYS)("%s prices the call where somebody may", async (_, write) => {
    const { given, call } = await givenPriced();
    const manager = await given.keyOf("manager");
    expect(await write(manager, call, { policy_value: "90" })).toMatchObject({ status: 200 });
    expect(await given.getCall(call.id)).toMatchObject({ revenue: "90.00", tokens: { policy_value: "90" } });
    await expectBooksBalance(given);
  });

  test("who may read the amount alone may not write it", async () => {
    const { given, call } = await givenPriced();
    const reader = await given.keyOf("operator", { "call.revenue": "read" });
    expect(await reader.put(`/calls/${call.id}`, { tokens: { policy_value: "90" } })).toMatchObject({ status: 403 });
  });

  test("a report of a call is refused to others", async () => {
    const { given } = await givenPriced();
    const operator = await given.keyOf("operator");
    const report = { offer_id: given.offer.id, buyer_id: given.buyer.id, caller: "+13035550143", tokens: PRICE };
    expect(await operator.post("/calls", report)).toMatchObject({ status: 403 });
    expect(await operator.post("/calls", { ...report, tokens: { zip: "80202" } })).toMatchObject({ status: 201 });
  });

  test("a post that waits with one is not applied by others", async () => {
    const { given } = await givenPriced();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall({ caller: "+13035550143" });
    await given.givenCall({ caller: "+13035550143" });
    await post({ caller: "+13035550143", tokens: PRICE });
    const [item] = await given.openItems();
    expect(item).toMatchObject({ reason: "ambiguous" });
    const operator = await given.keyOf("operator");
    const match = { action: "match", ids: [String(item?.id)], call: call.uuid };
    expect((await operator.post("/inbox/settle", match)).body).toMatchObject({ results: [{ status: 403 }] });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: false, tokens: {} });
  });

  test("one that prices the payout takes the permission of the payout", async () => {
    const given = await givenApi();
    await given.saveOfferSettings({ rules: [PRICED] });
    const call = await given.givenCall({ tokens: PRICE });
    expect(call).toMatchObject({ offer_converted: true, payout: VALUE });
    const key = await given.keyOf("operator", { "call.revenue": "update" });
    const { status, body } = await key.put(`/calls/${call.id}`, { tokens: { policy_value: "90" } });
    expect({ status, permission: body.permission }).toEqual({ status: 403, permission: "call.payout: update" });
    expect((await key.get<{ call: Call }>(`/calls/${call.id}`)).body.call.tokens).toEqual({});
  });
});

describe("where the amount is hidden the token is absent:", () => {
  const SURFACES: readonly [string, (call: Call) => string][] = [
    ["in the call", ({ id }) => `/calls/${id}`],
    ["in the list of calls", () => "/calls"],
    ["in its history", ({ id }) => `/calls/${id}/changes`],
    ["in its evaluations", ({ id }) => `/calls/${id}/evaluations`],
  ];

  test.each(SURFACES)("%s", async (_, path) => {
    const { given, call } = await givenPriced();
    const viewer = await given.keyOf("viewer");
    const [seen, hidden] = [await given.owner.get(path(call)), await viewer.get(path(call))];
    expect([seen.status, hidden.status]).toEqual([200, 200]);
    expect(JSON.stringify(seen.body)).toContain(VALUE);
    expect(JSON.stringify(hidden.body)).not.toContain(VALUE);
  });

  test("other tokens stay", async () => {
    const { given, call } = await givenPriced();
    const { body } = await (await given.keyOf("viewer")).get<{ call: Call }>(`/calls/${call.id}`);
    expect(body.call.tokens).toEqual({ zip: "80202" });
  });

  test("in the evaluations, which still tell what was wanted and whether it held", async () => {
    const { given, call } = await givenPriced();
    const { body } = await (await given.keyOf("viewer")).get<EvaluationList>(`/calls/${call.id}/evaluations`);
    const [clause] = body.evaluations[0]?.steps[0]?.clauses ?? [];
    expect(clause).toMatchObject({ subject: "policy_value", wanted: "> 10", holds: true });
    expect(clause).not.toHaveProperty("seen");
  });

  test("in the inbox", async () => {
    const { given } = await givenPriced();
    const { post } = await givenWebhook(given);
    await post({ caller: "+13035550199", converted: true, tokens: { ...PRICE, zip: "80203" } });
    const viewer = await given.keyOf("viewer");
    const [seen, hidden] = [await given.owner.get("/inbox"), await viewer.get("/inbox")];
    expect(JSON.stringify(seen.body)).toContain(VALUE);
    expect(JSON.stringify(hidden.body)).not.toContain(VALUE);
  });

  test("in the event of an integration that reported it", async () => {
    const { given } = await givenPriced();
    const { id, deliver } = await givenIntegration(given, "retell");
    expect((await deliver(retellEvent("call_7781", PRICE))).body).toMatchObject({ created: 1 });
    const events = await given.owner.get<{ events: { id: number }[] }>(`/sources/${id}/events`);
    const path = `/sources/${id}/events/${events.body.events[0]?.id}`;
    const reader = await given.keyOf("viewer", { settings: "read" });
    const [seen, hidden] = [await given.owner.get(path), await reader.get(path)];
    expect(JSON.stringify(seen.body)).toContain(VALUE);
    expect(JSON.stringify(hidden.body)).not.toContain(VALUE);
  });

  test("in the answer to a save, and in the refusal of a stale one", async () => {
    const { given, call } = await givenPriced();
    const operator = await given.keyOf("operator");
    const saved = await operator.put(`/calls/${call.id}`, { offer_converted: true });
    const stale = await operator.put(`/calls/${call.id}`, { offer_converted: false, version: String(call.version) });
    expect([saved.status, stale.status]).toEqual([200, 409]);
    expect(JSON.stringify([saved.body, stale.body])).not.toContain(VALUE);
  });
});

describe("from outside such a token keeps to the buyer's limits:", () => {
  type Say = (tokens: Fields) => Promise<ConversionAnswer | BuyerPostAnswer>;
  const SPEAKERS: readonly [string, (given: GivenApi, call: Call) => Promise<Say>][] = [
    [
      "an update of the secure API",
      async ({ secure }, { uuid }) =>
        async (tokens) =>
          (await secure.put<ConversionAnswer>(`/secure/calls/${uuid}`, { tokens })).body,
    ],
    [
      "tokens of the secure API",
      async ({ secure }, { uuid }) =>
        async (tokens) =>
          (await secure.post<ConversionAnswer>(`/secure/calls/${uuid}/tokens`, { tokens })).body,
    ],
    [
      "the buyer's webhook",
      async (given, { uuid }) => {
        const { post } = await givenWebhook(given);
        return async (tokens) => (await post({ call_uuid: uuid, tokens })).body;
      },
    ],
  ];
  const BOUNDED = { revenue: "bounded", minimum: "20.00", maximum: "50.00" };

  test.each(SPEAKERS)("%s waits for a person outside the bounds", async (_, speaker) => {
    const { given, call } = await givenPriced(BOUNDED);
    const say = await speaker(given, call);
    for (const policy_value of ["90", "15"]) {
      const answer = await say({ policy_value });
      expect(await given.getCall(call.id)).toMatchObject({ revenue: VALUE, tokens: PRICE });
      expect(answer).toMatchObject({ changed: false, held: true });
    }
    expect(await given.openItems()).toMatchObject([{ reason: "outside_limits" }, { reason: "outside_limits" }]);
    await expectBooksBalance(given);
  });

  test.each(SPEAKERS)("%s prices within the bounds", async (_, speaker) => {
    const { given, call } = await givenPriced(BOUNDED);
    const say = await speaker(given, call);
    await say({ policy_value: "30" });
    expect(await given.getCall(call.id)).toMatchObject({ revenue: "30.00", tokens: { policy_value: "30" } });
    expect(await given.openItems()).toEqual([]);
  });

  test.each(SPEAKERS)("%s does not price where the buyer's amounts are ignored", async (_, speaker) => {
    const { given, call } = await givenPriced({ revenue: "ignored" });
    const say = await speaker(given, call);
    await say({ policy_value: "90" });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: VALUE });
  });
});
