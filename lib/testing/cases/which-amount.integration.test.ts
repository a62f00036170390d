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

type Step = (given: GivenApi, id: number) => Promise<unknown>;
const say =
  (fields: Fields): Step =>
  (given, id) =>
    given.update(id, fields);
const yes = say({ buyer_converted: true });
const no = say({ buyer_converted: false });
const token = say({ tokens: TOKENS });
const notSold = say({ tokens: { sold: "no" } });

async function givenRule(rule: Fields, call: Fields = {}): Promise<{ given: GivenApi; id: number }> {
  const given = await givenApi();
  await given.saveBuyerSettings({ rules: [rule] });
  const { id } = await given.givenCall(call);
  return { given, id };
}

async function expectAmount(given: GivenApi, id: number, revenue: string): Promise<void> {
  expect(await given.getCall(id)).toMatchObject({ buyer_converted: true, revenue });
  await expectBooksBalance(given);
}

describe.each([
  ["a fixed amount", FIXED],
  ["a token's value", FROM_TOKEN],
])("a rule with %s prices the call whatever came first:", (_, rule) => {
  test.each<[string, readonly Step[]]>([
    ["“yes” then token", [yes, token]],
    ["token then “yes”", [token, yes]],
    ["“no”, token, “yes”", [no, token, yes]],
    ["token, “no”, “yes”", [token, no, yes]],
  ])("%s", async (_steps, steps) => {
    const { given, id } = await givenRule(rule);
    for (const step of steps) await step(given, id);
    await expectAmount(given, id, "40.00");
  });

  test("stopped by a cap, then “yes”", async () => {
    const given = await givenApi();
    await given.saveBuyerSettings({ rules: [rule] });
    const cap = { measure: "conversions", span: "total", limit: "1", stops_automatic: true };
    expect(await given.owner.post(`/buyers/${given.buyer.id}/caps`, cap)).toMatchObject({ status: 201 });
    const first = await given.givenCall({ tokens: TOKENS });
    expect(first).toMatchObject({ buyer_converted: true, revenue: "40.00" });
    const { id, buyer_converted } = await given.givenCall({ tokens: TOKENS, caller: "+13035550143" });
    expect(buyer_converted).toBe(false);
    await yes(given, id);
    await expectAmount(given, id, "40.00");
  });
});

describe("a rule that no longer holds leaves no amount behind", () => {
  test("under a “yes” that stands", async () => {
    const { given, id } = await givenRule(FIXED);
    for (const step of [token, yes, notSold]) await step(given, id);
    await expectAmount(given, id, "10.00");
  });

  test("once the call is reverted and somebody says “yes”", async () => {
    const { given, id } = await givenRule(FIXED, { tokens: TOKENS });
    await notSold(given, id);
    const [item] = await given.openItems();
    expect(await given.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await given.getCall(id)).toMatchObject({ buyer_converted: false });
    await yes(given, id);
    await expectAmount(given, id, "10.00");
  });

  test("after a “no”", async () => {
    const { given, id } = await givenRule(FIXED, { tokens: TOKENS });
    for (const step of [no, notSold, yes]) await step(given, id);
    await expectAmount(given, id, "10.00");
  });

  test("where another rule holds now: its amount counts", async () => {
    const given = await givenApi();
    const other = { name: "Everybody else", amount: { kind: "fixed", amount: "15.00" } };
    await given.saveBuyerSettings({ rules: [FIXED, other] });
    const { id } = await given.givenCall({ tokens: TOKENS });
    await notSold(given, id);
    await expectAmount(given, id, "15.00");
  });
});

test("a stated amount wins over a rule's, whatever came first", async () => {
  const { given, id } = await givenRule(FIXED);
  await say({ buyer_converted: true, revenue: "33.00" })(given, id);
  await token(given, id);
  await expectAmount(given, id, "33.00");
});

test("a move prices by the rule of the new buyer", async () => {
  const { given, id } = await givenRule(FIXED, { tokens: TOKENS });
  const theirs = { ...FIXED, amount: { kind: "fixed", amount: "70.00" } };
  await given.saveBuyerSettings({ rules: [theirs] }, given.otherBuyer.id);
  await say({ buyer_id: String(given.otherBuyer.id) })(given, id);
  await expectAmount(given, id, "70.00");
});

test("return to automatic leaves no clock behind: an older update is applied afterwards", async () => {
  const given = await givenApi();
  const { id } = await given.givenCall();
  const older = { buyer_converted: true, occurred_at: minutesAgo(5) };
  await given.update(id, { buyer_converted: false, occurred_at: minutesAgo(1) });
  expect(await given.update(id, older)).toMatchObject({ changed: false, superseded: true });
  await given.owner.post(`/calls/${id}/automatic`, { side: "buyer" });
  const { superseded, ...answer } = await given.update(id, older);
  expect(superseded).toBeUndefined();
  expect(answer).toMatchObject({ changed: true, call: { buyer_converted: true, revenue: "10.00" } });
  await expectBooksBalance(given);
});
