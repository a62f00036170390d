import { expect } from "vitest";
import type { Call } from "@/lib/testing/api/answers";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";

/** Distinctive: no other number in an answer contains these digits. */
export const VALUE = "47.11";
export const PRICE = { policy_value: VALUE };
/** A rule that charges the value of a token. */
export const PRICED = {
  name: "Sold",
  condition: { all: [{ token: "policy_value", operator: "greater", values: ["10"] }] },
  amount: { kind: "token", token: "policy_value", minimum: "0.00", maximum: "500.00" },
};

/** A call converted by this rule, with another token. `statements` limits the buyer's updates. */
export async function givenPricedCall(
  statements: Fields = { revenue: "accepted" },
): Promise<{ setup: GivenApi; call: Call }> {
  const setup = await givenApi();
  await setup.saveBuyerSettings({ rules: [PRICED], statements });
  const call = await setup.givenCall({ tokens: { ...PRICE, zip: "80202" } });
  expect(call).toMatchObject({ buyer_converted: true, revenue: VALUE, tokens: PRICE });
  return { setup, call };
}
