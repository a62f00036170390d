import { describe, expect, test } from "vitest";
import type { Call } from "@/lib/testing/api/answers";
import type { Api, Fields } from "@/lib/testing/api/api";
import { givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { givenPricedCall, PRICE, PRICED, VALUE } from "./given-priced-call";

describe("a token that a rule uses as an amount is written by those who may write the amount:", () => {
  const WAYS: readonly [string, (key: Api, call: Call, tokens: Fields) => Promise<{ status: number; body: Fields }>][] =
    [
      ["an update of the call", (key, { id }, tokens) => key.put(`/calls/${id}`, { tokens })],
      ["a post of tokens", (key, { id }, tokens) => key.post(`/calls/${id}/tokens`, { tokens })],
    ];

  test.each(WAYS)("%s is refused to others, whole", async (_, write) => {
    const { given, call } = await givenPricedCall();
    const operator = await given.keyOf("operator");
    const { status, body } = await write(operator, call, { policy_value: "90", zip: "80203" });
    expect({ status, permission: body.permission }).toEqual({ status: 403, permission: "call.revenue: update" });
    expect(await given.getCall(call.id)).toMatchObject({ revenue: VALUE, tokens: { ...PRICE, zip: "80202" } });
  });

  test.each(WAYS)("%s is accepted where it names other tokens", async (_, write) => {
    const { given, call } = await givenPricedCall();
    expect(await write(await given.keyOf("operator"), call, { zip: "80203" })).toMatchObject({ status: 200 });
    expect(await given.getCall(call.id)).toMatchObject({ tokens: { ...PRICE, zip: "80203" } });
  });

  test.each(WAYS)("%s prices the call where somebody may", async (_, write) => {
    const { given, call } = await givenPricedCall();
    const manager = await given.keyOf("manager");
    expect(await write(manager, call, { policy_value: "90" })).toMatchObject({ status: 200 });
    expect(await given.getCall(call.id)).toMatchObject({ revenue: "90.00", tokens: { policy_value: "90" } });
    await expectBooksBalance(given);
  });

  test("who may read the amount alone may not write it", async () => {
    const { given, call } = await givenPricedCall();
    const reader = await given.keyOf("operator", { "call.revenue": "read" });
    expect(await reader.put(`/calls/${call.id}`, { tokens: { policy_value: "90" } })).toMatchObject({ status: 403 });
  });

  test("a report of a call is refused to others", async () => {
    const { given } = await givenPricedCall();
    const operator = await given.keyOf("operator");
    const report = { offer_id: given.offer.id, buyer_id: given.buyer.id, caller: "+13035550143", tokens: PRICE };
    expect(await operator.post("/calls", report)).toMatchObject({ status: 403 });
    expect(await operator.post("/calls", { ...report, tokens: { zip: "80202" } })).toMatchObject({ status: 201 });
  });

  test("a post that waits with one is not applied by others", async () => {
    const { given } = await givenPricedCall();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall({ caller: "+13035550143" });
    await given.givenCall({ caller: "+13035550143" });
    await post({ caller: "+13035550143", tokens: PRICE });
    const [item] = await given.openItems();
    expect(item).toMatchObject({ reason: "ambiguous" });
    const operator = await given.keyOf("operator");
    const match = { action: "match", ids: [String(item?.id)], call: call.uuid };
    expect((await operator.post("/inbox/resolve", match)).body).toMatchObject({ results: [{ status: 403 }] });
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
