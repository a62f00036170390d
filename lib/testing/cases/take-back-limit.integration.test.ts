import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, Call, ConversionAnswer } from "@/lib/testing/api/answers";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { daysAgo } from "@/lib/testing/api/minutes-ago";
import { expectBooksBalance } from "@/lib/testing/invariants";

type Say = (fields: Fields) => Promise<ConversionAnswer | BuyerPostAnswer>;
type Speaker = (setup: GivenApi, call: Call) => Promise<Say>;

const bySecureToken: Speaker =
  async ({ secure }, { uuid }) =>
  async (fields) =>
    (await secure.put<ConversionAnswer>(`/secure/calls/${uuid}`, fields)).body;

const byWebhook: Speaker = async (setup, { uuid }) => {
  const { post } = await givenWebhook(setup);
  return async ({ buyer_converted: converted, ...fields }) =>
    (await post({ call_uuid: uuid, ...(converted !== undefined && { converted }), ...fields })).body;
};

const PRICED = {
  name: "Sold",
  condition: { all: [{ token: "policy_value", operator: "exists" }] },
  amount: { kind: "token", token: "policy_value", minimum: "0.00", maximum: "500.00" },
};
const LIMIT = { rules: [PRICED], statements: { revenue: "accepted", take_back_days: 1 } };

describe.each([
  ["the secure API", bySecureToken],
  ["the buyer's webhook", byWebhook],
] as const)("after the days in which a buyer may take back, through %s,", (_, speaker) => {
  const givenLate = async (tokens: Fields = {}) => {
    const setup = await givenApi();
    await setup.saveBuyerSettings(LIMIT);
    const call = await setup.givenCall({ started_at: daysAgo(3), tokens });
    if (!call.buyer_converted) await setup.update(call.id, { buyer_converted: true, revenue: "50.00" });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: "50.00" });
    return { setup, call, say: await speaker(setup, call) };
  };
  const expectHeld = async (setup: GivenApi, call: Call, answer: Awaited<ReturnType<Say>>) => {
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: "50.00" });
    expect(answer).toMatchObject({ changed: false, held: true });
    expect(await setup.openItems()).toMatchObject([{ reason: "outside_limits", call: { id: call.id } }]);
    await expectBooksBalance(setup);
  };

  test.each<[string, Fields]>([
    ["a “no”", { buyer_converted: false }],
    ["an amount of nothing", { revenue: "0.00" }],
    ["a lower amount", { revenue: "20.00" }],
    ["a “yes” with a lower amount", { buyer_converted: true, revenue: "20.00" }],
  ])("%s waits for a person", async (_what, fields) => {
    const { setup, call, say } = await givenLate();
    await expectHeld(setup, call, await say(fields));
  });

  test("a token that lowers the price is held, and not set", async () => {
    const { setup, call, say } = await givenLate({ policy_value: "50" });
    const answer = await say({ tokens: { policy_value: "20" } });
    await expectHeld(setup, call, answer);
    expect(await setup.getCall(call.id)).toMatchObject({ tokens: { policy_value: "50" } });
  });

  test("a higher amount is applied", async () => {
    const { setup, call, say } = await givenLate();
    expect(await say({ revenue: "60.00" })).toMatchObject({ changed: true });
    expect(await setup.getCall(call.id)).toMatchObject({ revenue: "60.00" });
    expect(await setup.openItems()).toEqual([]);
  });

  test("a token that prices nothing is set", async () => {
    const { setup, call, say } = await givenLate();
    await say({ tokens: { zip: "80202" } });
    expect(await setup.getCall(call.id)).toMatchObject({ tokens: { zip: "80202" }, revenue: "50.00" });
    expect(await setup.openItems()).toEqual([]);
  });

  test("an accepted item takes back nevertheless", async () => {
    const { setup, call, say } = await givenLate();
    await say({ revenue: "20.00" });
    const [item] = await setup.openItems();
    expect(await setup.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: "20.00" });
    await expectBooksBalance(setup);
  });
});

test("within the days a buyer may lower its charge", async () => {
  const setup = await givenApi();
  await setup.saveBuyerSettings(LIMIT);
  const { id, uuid } = await setup.givenCall();
  await setup.update(id, { buyer_converted: true, revenue: "50.00" });
  await setup.secure.put(`/secure/calls/${uuid}`, { revenue: "20.00" });
  expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true, revenue: "20.00" });
});
