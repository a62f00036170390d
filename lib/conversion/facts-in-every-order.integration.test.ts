import { describe, expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { listEvaluations } from "@/lib/report/list-evaluations";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenBuyerSettings, givenOfferSettings } from "@/lib/testing/factories/given-settings";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { addTokens } from "./add-tokens";
import { addTranscript } from "./add-transcript";
import { getCall } from "./get-call";

const is = (token: string, value: string) => ({ token, operator: "equals", values: [value] });
const fixed = (amount: string) => ({ kind: "fixed", amount });

const BUYER = {
  rules: [
    {
      name: "Not refused",
      condition: { all: [is("vip", "yes"), { token: "refused", operator: "missing" }] },
      amount: fixed("90"),
    },
    {
      name: "Sold",
      condition: { all: [is("sold", "yes")] },
      amount: { kind: "token", token: "sale_amount", minimum: "20", maximum: "80" },
    },
    {
      name: "Booked",
      condition: { all: [is("booked", "yes")] },
      minimum_duration: { basis: "connected", seconds: 60 },
    },
  ],
  voice_agent: { enabled: true, phrases: [{ text: "book it for tuesday", excluding: ["don't book it"] }] },
  duration: { enabled: true, longer_than_seconds: 90 },
};
const OFFER = { rules: [{ name: "Booked", condition: { all: [is("booked", "yes")] }, amount: fixed("7.77") }] };

type Fact = (ctx: GivenContext, id: number, externalId: string) => Promise<unknown>;
const tokens =
  (reported: Record<string, string>): Fact =>
  (ctx, id) =>
    addTokens(ctx, { id }, { tokens: reported });
const FACTS: Record<string, Fact> = {
  "end of call": (ctx, _, external_id) =>
    recordCall(ctx, { external_id, duration_seconds: 120, connected_seconds: 100, ended_at: ctx.now() }),
  booked: tokens({ booked: "yes" }),
  sold: tokens({ sold: "yes" }),
  "sale amount": tokens({ sale_amount: "55.50" }),
  "first words": (ctx, id) => addTranscript(ctx, { id }, { speaker: "customer", text: "yes, book it", at_seconds: 10 }),
  "last words": (ctx, id) => addTranscript(ctx, { id }, { speaker: "agent", text: "for Tuesday", at_seconds: 12.5 }),
};

function ordersOf(names: readonly string[]): string[][] {
  if (names.length === 0) return [[]];
  return names.flatMap((name) => ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));
}

let calls = 0;

async function play(ctx: GivenContext, order: readonly string[]) {
  calls += 1;
  const externalId = `order-${calls}`;
  const { offer, buyer, trafficSource } = ctx;
  const { call } = await recordCall(ctx, {
    external_id: externalId,
    offer_id: offer.id,
    buyer_id: buyer.id,
    traffic_source_id: trafficSource.id,
    started_at: ctx.now(),
  });
  for (const name of order) await FACTS[name]?.(ctx, call.id, externalId);
  const after = await getCall(ctx, { id: call.id });
  const { evaluations } = await listEvaluations(ctx, { id: call.id });
  const newest = (["buyer", "offer"] as const).map(
    (side) => evaluations.find((evaluation) => evaluation.side === side)?.steps,
  );
  return {
    buyer: [after.buyer_converted, after.buyer_decision?.mechanism, after.buyer_decision?.rule, after.revenue],
    offer: [after.offer_converted, after.offer_decision?.mechanism, after.offer_decision?.rule, after.payout],
    newest,
  };
}

describe("the same facts in every order: the same decision, the same amount, the same reasons", () => {
  test.each<[string[], unknown[]]>([
    [["end of call"], [true, "duration", null, "10.00"]],
    [
      ["first words", "last words"],
      [true, "voice_agent", null, "10.00"],
    ],
    [
      ["end of call", "booked", "last words", "first words"],
      [true, "rule", { id: 3, name: "Booked" }, "10.00"],
    ],
    [
      ["end of call", "sold", "sale amount", "booked"],
      [true, "rule", { id: 2, name: "Sold" }, "55.50"],
    ],
    [
      ["sold", "sale amount", "first words", "last words"],
      [true, "rule", { id: 2, name: "Sold" }, "55.50"],
    ],
    [
      ["booked", "last words"],
      [false, undefined, undefined, "0.00"],
    ],
  ])("%j", async (facts, buyer) => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, BUYER);
    await givenOfferSettings(ctx, OFFER);
    const [first, ...others] = await Promise.all(ordersOf(facts).map((order) => play(ctx, order)));
    expect(first?.buyer).toEqual(buyer);
    expect(first?.offer[0]).toBe(facts.includes("booked"));
    for (const other of others) expect(other).toEqual(first);
    await rollUp(ctx);
    await expectBooksBalance(ctx);
  });
});

test("if a better rule no longer holds, the price is that of the next rule, as if the better had never held", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, BUYER);
  const facts: Record<string, string>[] = [{ vip: "yes" }, { refused: "yes" }, { sold: "yes", sale_amount: "99" }];
  const revenues = [];
  for (const order of ordersOf(["0", "1", "2"])) {
    const { offer, buyer } = ctx;
    const { call } = await recordCall(ctx, { offer_id: offer.id, buyer_id: buyer.id, started_at: ctx.now() });
    for (const at of order) await addTokens(ctx, { id: call.id }, { tokens: facts[Number(at)] ?? {} });
    revenues.push((await getCall(ctx, { id: call.id })).revenue);
  }
  expect(revenues).toEqual(Array.from({ length: 6 }, () => "80.00"));
});

test("the same facts a hundred times give one decision and one change", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, BUYER);
  const { offer, buyer } = ctx;
  const { call } = await recordCall(ctx, { external_id: "again", offer_id: offer.id, buyer_id: buyer.id });
  await Promise.all(
    Array.from({ length: 100 }, (_, at) => FACTS[at % 2 ? "end of call" : "last words"]?.(ctx, call.id, "again")),
  );
  expect(await getCall(ctx, { id: call.id })).toMatchObject({ version: 1, buyer_converted: true, revenue: "10.00" });
});
