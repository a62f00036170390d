import { describe, expect, test } from "vitest";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { minutesAgo } from "@/lib/testing/api/minutes-ago";
import { expectBooksBalance } from "@/lib/testing/invariants";

const SOLD = { all: [{ token: "sold", operator: "equals", values: ["yes"] }] };
const FIXED = { name: "Sold", condition: SOLD, amount: { kind: "fixed", amount: "40.00" } };
const FROM_TOKEN = {
  name: "Sold",
  condition: SOLD,
  amount: { kind: "token", token: "policy_value", minimum: "0.00", maximum: "500.00" },
};
const TOKENS = { sold: "yes", policy_value: "40" };

type Step = (setup: GivenApi, id: number) => Promise<unknown>;
const say =
  (fields: Fields): Step =>
  (setup, id) =>
    setup.update(id, fields);
const yes = say({ buyer_converted: true });
const no = say({ buyer_converted: false });
const token = say({ tokens: TOKENS });
const notSold = say({ tokens: { sold: "no" } });

async function givenRule(rule: Fields, call: Fields = {}): Promise<{ setup: GivenApi; id: number }> {
  const setup = await givenApi();
  await setup.saveBuyerSettings({ rules: [rule] });
  const { id } = await setup.givenCall(call);
  return { setup, id };
}

async function expectAmount(setup: GivenApi, id: number, revenue: string): Promise<void> {
  expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true, revenue });
  await expectBooksBalance(setup);
}

describe.each([
  ["a fixed amount", FIXED],
  ["a token's value", FROM_TOKEN],
])("a rule with %s sets the price in any order of arrival:", (_, rule) => {
  test.each<[string, readonly Step[]]>([
    ["“yes” then token", [yes, token]],
    ["token then “yes”", [token, yes]],
    ["“no”, token, “yes”", [no, token, yes]],
    ["token, “no”, “yes”", [token, no, yes]],
  ])("%s", async (_steps, steps) => {
    const { setup, id } = await givenRule(rule);
    for (const step of steps) await step(setup, id);
    await expectAmount(setup, id, "40.00");
  });

  test("stopped by a cap, then “yes”", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ rules: [rule] });
    const cap = { measure: "conversions", span: "total", limit: "1", stops_automatic: true };
    expect(await setup.owner.post(`/buyers/${setup.buyer.id}/caps`, cap)).toMatchObject({ status: 201 });
    const first = await setup.givenCall({ tokens: TOKENS });
    expect(first).toMatchObject({ buyer_converted: true, revenue: "40.00" });
    const { id, buyer_converted } = await setup.givenCall({ tokens: TOKENS, caller: "+13035550143" });
    expect(buyer_converted).toBe(false);
    await yes(setup, id);
    await expectAmount(setup, id, "40.00");
  });
});

describe("a rule that no longer holds leaves no amount", () => {
  test("under a “yes” that holds", async () => {
    const { setup, id } = await givenRule(FIXED);
    for (const step of [token, yes, notSold]) await step(setup, id);
    await expectAmount(setup, id, "10.00");
  });

  test("after the call is reverted and somebody says “yes”", async () => {
    const { setup, id } = await givenRule(FIXED, { tokens: TOKENS });
    await notSold(setup, id);
    const [item] = await setup.openItems();
    expect(await setup.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await setup.getCall(id)).toMatchObject({ buyer_converted: false });
    await yes(setup, id);
    await expectAmount(setup, id, "10.00");
  });

  test("after a “no”", async () => {
    const { setup, id } = await givenRule(FIXED, { tokens: TOKENS });
    for (const step of [no, notSold, yes]) await step(setup, id);
    await expectAmount(setup, id, "10.00");
  });

  test("if another rule holds now, its amount counts", async () => {
    const setup = await givenApi();
    const other = { name: "Everybody else", amount: { kind: "fixed", amount: "15.00" } };
    await setup.saveBuyerSettings({ rules: [FIXED, other] });
    const { id } = await setup.givenCall({ tokens: TOKENS });
    await notSold(setup, id);
    await expectAmount(setup, id, "15.00");
  });
});

test("a stated amount takes precedence over a rule's, in any order", async () => {
  const { setup, id } = await givenRule(FIXED);
  await say({ buyer_converted: true, revenue: "33.00" })(setup, id);
  await token(setup, id);
  await expectAmount(setup, id, "33.00");
});

test("a call that moves is priced by the rule of the new buyer", async () => {
  const { setup, id } = await givenRule(FIXED, { tokens: TOKENS });
  const theirs = { ...FIXED, amount: { kind: "fixed", amount: "70.00" } };
  await setup.saveBuyerSettings({ rules: [theirs] }, setup.otherBuyer.id);
  await say({ buyer_id: String(setup.otherBuyer.id) })(setup, id);
  await expectAmount(setup, id, "70.00");
});

test("after a return to automatic an older update is applied", async () => {
  const setup = await givenApi();
  const { id } = await setup.givenCall();
  const older = { buyer_converted: true, occurred_at: minutesAgo(5) };
  await setup.update(id, { buyer_converted: false, occurred_at: minutesAgo(1) });
  expect(await setup.update(id, older)).toMatchObject({ changed: false, superseded: true });
  await setup.owner.post(`/calls/${id}/automatic`, { side: "buyer" });
  const { superseded, ...answer } = await setup.update(id, older);
  expect(superseded).toBeUndefined();
  expect(answer).toMatchObject({ changed: true, call: { buyer_converted: true, revenue: "10.00" } });
  await expectBooksBalance(setup);
});
