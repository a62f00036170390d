import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, Call, ConversionAnswer } from "@/lib/testing/api/answers";
import type { Fields } from "@/lib/testing/api/api";
import type { GivenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { givenPricedCall, PRICE, VALUE } from "./given-priced-call";

describe("such a token from outside is subject to the buyer's limits:", () => {
  type Say = (tokens: Fields) => Promise<ConversionAnswer | BuyerPostAnswer>;
  const SPEAKERS: readonly [string, (setup: GivenApi, call: Call) => Promise<Say>][] = [
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
      async (setup, { uuid }) => {
        const { post } = await givenWebhook(setup);
        return async (tokens) => (await post({ call_uuid: uuid, tokens })).body;
      },
    ],
  ];
  const BOUNDED = { revenue: "bounded", minimum: "20.00", maximum: "50.00" };

  test.each(SPEAKERS)("%s outside the bounds is held", async (_, speaker) => {
    const { setup, call } = await givenPricedCall(BOUNDED);
    const say = await speaker(setup, call);
    for (const policy_value of ["90", "15"]) {
      const answer = await say({ policy_value });
      expect(await setup.getCall(call.id)).toMatchObject({ revenue: VALUE, tokens: PRICE });
      expect(answer).toMatchObject({ changed: false, held: true });
    }
    expect(await setup.openItems()).toMatchObject([{ reason: "outside_limits" }, { reason: "outside_limits" }]);
    await expectBooksBalance(setup);
  });

  test.each(SPEAKERS)("%s within the bounds sets the price", async (_, speaker) => {
    const { setup, call } = await givenPricedCall(BOUNDED);
    const say = await speaker(setup, call);
    await say({ policy_value: "30" });
    expect(await setup.getCall(call.id)).toMatchObject({ revenue: "30.00", tokens: { policy_value: "30" } });
    expect(await setup.openItems()).toEqual([]);
  });

  test.each(SPEAKERS)("%s sets no price if the buyer's amounts are ignored", async (_, speaker) => {
    const { setup, call } = await givenPricedCall({ revenue: "ignored" });
    const say = await speaker(setup, call);
    await say({ policy_value: "90" });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: VALUE });
  });
});
