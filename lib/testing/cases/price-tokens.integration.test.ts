import { describe, expect, test } from "vitest";
import type { Call } from "@/lib/testing/api/answers";
import type { Api, Fields } from "@/lib/testing/api/api";
import { givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { givenPricedCall, PRICE, PRICED, VALUE } from "./given-priced-call";

describe("writing a token that a rule uses as an amount needs the permission of the amount:", () => {
  const WAYS: readonly [string, (key: Api, call: Call, tokens: Fields) => Promise<{ status: number; body: Fields }>][] =
    [
      ["an update of the call", (key, { id }, tokens) => key.put(`/calls/${id}`, { tokens })],
      ["a post of tokens", (key, { id }, tokens) => key.post(`/calls/${id}/tokens`, { tokens })],
    ];

  test.each(WAYS)("%s is rejected as a whole without it", async (_, write) => {
    const { setup, call } = await givenPricedCall();
    const operator = await setup.keyOf("operator");
    const { status, body } = await write(operator, call, { policy_value: "90", zip: "80203" });
    expect({ status, permission: body.permission }).toEqual({ status: 403, permission: "call.revenue: update" });
    expect(await setup.getCall(call.id)).toMatchObject({ revenue: VALUE, tokens: { ...PRICE, zip: "80202" } });
  });

  test.each(WAYS)("%s is accepted with other tokens", async (_, write) => {
    const { setup, call } = await givenPricedCall();
    expect(await write(await setup.keyOf("operator"), call, { zip: "80203" })).toMatchObject({ status: 200 });
    expect(await setup.getCall(call.id)).toMatchObject({ tokens: { ...PRICE, zip: "80203" } });
  });

  test.each(WAYS)("%s sets the price with it", async (_, write) => {
    const { setup, call } = await givenPricedCall();
    const manager = await setup.keyOf("manager");
    expect(await write(manager, call, { policy_value: "90" })).toMatchObject({ status: 200 });
    expect(await setup.getCall(call.id)).toMatchObject({ revenue: "90.00", tokens: { policy_value: "90" } });
    await expectBooksBalance(setup);
  });

  test("reading the amount does not allow writing the token", async () => {
    const { setup, call } = await givenPricedCall();
    const reader = await setup.keyOf("operator", { "call.revenue": "read" });
    expect(await reader.put(`/calls/${call.id}`, { tokens: { policy_value: "90" } })).toMatchObject({ status: 403 });
  });

  test("a report of a call is rejected without it", async () => {
    const { setup } = await givenPricedCall();
    const operator = await setup.keyOf("operator");
    const report = { offer_id: setup.offer.id, buyer_id: setup.buyer.id, caller: "+13035550143", tokens: PRICE };
    expect(await operator.post("/calls", report)).toMatchObject({ status: 403 });
    expect(await operator.post("/calls", { ...report, tokens: { zip: "80202" } })).toMatchObject({ status: 201 });
  });

  test("a held post with such a token cannot be applied without it", async () => {
    const { setup } = await givenPricedCall();
    const { post } = await givenWebhook(setup);
    const call = await setup.givenCall({ caller: "+13035550143" });
    await setup.givenCall({ caller: "+13035550143" });
    await post({ caller: "+13035550143", tokens: PRICE });
    const [item] = await setup.openItems();
    expect(item).toMatchObject({ reason: "ambiguous" });
    const operator = await setup.keyOf("operator");
    const match = { action: "match", ids: [String(item?.id)], call: call.uuid };
    expect((await operator.post("/inbox/resolve", match)).body).toMatchObject({ results: [{ status: 403 }] });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: false, tokens: {} });
  });

  test("a token that sets the payout needs the permission of the payout", async () => {
    const setup = await givenApi();
    await setup.saveOfferSettings({ rules: [PRICED] });
    const call = await setup.givenCall({ tokens: PRICE });
    expect(call).toMatchObject({ offer_converted: true, payout: VALUE });
    const key = await setup.keyOf("operator", { "call.revenue": "update" });
    const { status, body } = await key.put(`/calls/${call.id}`, { tokens: { policy_value: "90" } });
    expect({ status, permission: body.permission }).toEqual({ status: 403, permission: "call.payout: update" });
    expect((await key.get<{ call: Call }>(`/calls/${call.id}`)).body.call.tokens).toEqual({});
  });
});
