import { describe, expect, test } from "vitest";
import { recordCall } from "@/lib/inbound/record-calls";
import { listEvaluations } from "@/lib/report/list-evaluations";
import { matchPattern } from "@/lib/settings/match-pattern";
import { cpuMilliseconds } from "@/lib/testing/cpu-milliseconds";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { addTokens } from "./add-tokens";
import { addTranscript } from "./add-transcript";
import { getCall } from "./get-call";
import { lockSide, returnToAutomatic } from "./set-side";
import { updateCall } from "./update-call";

const booked = { token: "booked", operator: "equals", values: ["yes"] };
const fixed = (amount: string) => ({ kind: "fixed", amount });

async function running(ctx: GivenContext, more: object = {}) {
  const { offer, buyer, trafficSource } = ctx;
  const parties = { offer_id: offer.id, buyer_id: buyer.id, traffic_source_id: trafficSource.id };
  return (await recordCall(ctx, { ...parties, started_at: ctx.now(), ...more })).call;
}

const book = (ctx: GivenContext, id: number) => addTokens(ctx, { id }, { tokens: { booked: "yes" } });

describe("facts never override an explicit or locked side", () => {
  const settings = { rules: [{ name: "Booked", condition: { all: [booked] }, amount: fixed("15") }] };

  test.each<[string, boolean, (ctx: GivenContext, id: number) => Promise<unknown>]>([
    ["a person's no", false, (ctx, id) => updateCall(ctx, { id }, { buyer_converted: false })],
    [
      "a buyer's no",
      false,
      async (ctx, id) => updateCall((await givenSecureToken(ctx)).ctx, { id }, { buyer_converted: false }),
    ],
    ["a person's yes at a price", true, (ctx, id) => updateCall(ctx, { id }, { buyer_converted: true, revenue: "3" })],
    ["a lock", false, (ctx, id) => lockSide(ctx, { id }, { side: "buyer", locked: true })],
  ])("%s", async (_, converted, state) => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, settings);
    const { id } = await running(ctx);
    await state(ctx, id);
    const before = await getCall(ctx, { id });
    const { call } = await book(ctx, id);
    expect(call).toEqual({ ...before, tokens: { booked: "yes" } });
    expect(call.buyer_converted).toBe(converted);
    const { evaluations } = await listEvaluations(ctx, { id });
    expect(evaluations[0]).toMatchObject({ side: "buyer", converting: 0 });
    const back = await returnToAutomatic(ctx, { id }, { side: "buyer" });
    expect(back.call).toMatchObject({ buyer_converted: true, revenue: "15.00", buyer_locked: false });
  });

  test("a stated amount stays when the facts convert", async () => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, settings);
    const { id } = await running(ctx);
    await updateCall(ctx, { id }, { revenue: "4.20" });
    expect((await book(ctx, id)).call).toMatchObject({ buyer_converted: true, revenue: "4.20" });
  });
});

test("a call is evaluated by the settings in force at its start, however late its facts arrive", async () => {
  const { ctx, clock } = await givenCompany();
  const versions: [number, string][] = [];
  for (const amount of ["11", "12", "13"]) {
    await givenBuyerSettings(ctx, { rules: [{ name: "Booked", condition: { all: [booked] }, amount: fixed(amount) }] });
    versions.push([(await running(ctx)).id, `${amount}.00`]);
    clock.advance({ seconds: 1 });
    versions.push([(await running(ctx)).id, `${amount}.00`]);
    clock.advance({ hours: 1 });
  }
  for (const [id, revenue] of versions.toReversed()) expect((await book(ctx, id)).call.revenue).toBe(revenue);
  const [last] = versions;
  const { evaluations } = await listEvaluations(ctx, { id: last?.[0] ?? 0 });
  expect(evaluations[0]?.settings).toEqual({ type: "buyer", id: ctx.buyer.id, version: 1 });
});

test("a call that moves is evaluated by the new buyer's settings", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, { converts_when_dialled: true });
  const { id, buyer_converted } = await running(ctx, { buyer_id: ctx.otherBuyer.id });
  expect(buyer_converted).toBe(false);
  const { call } = await updateCall(ctx, { id }, { buyer_id: ctx.buyer.id });
  expect((await getCall(ctx, { id: call.id })).buyer_converted).toBe(true);
});

describe.each(["connected", "total"] as const)("longer than 90 %s seconds", (basis) => {
  test.each([
    [89, false],
    [90, false],
    [91, true],
  ])("%i s: %s", async (seconds, converts) => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, { duration: { enabled: true, basis, longer_than_seconds: 90 } });
    const other = basis === "connected" ? 300 : seconds;
    const connected = basis === "connected" ? seconds : 5;
    const call = await running(ctx, { duration_seconds: other, connected_seconds: connected });
    expect(call.buyer_converted).toBe(converts);
  });

  test.each([
    ["told as 0 connected seconds", { duration_seconds: 300, connected_seconds: 0 }],
    ["by its times", { started_at: "2026-11-23T16:50:00Z", ended_at: "2026-11-23T16:55:00Z" }],
  ])("an unanswered call, %s", async (_, { started_at, ended_at, ...seconds }: Record<string, unknown>) => {
    const { ctx, clock } = await givenCompany();
    clock.set("2026-11-23T16:00:00Z");
    await givenBuyerSettings(ctx, { duration: { enabled: true, basis, longer_than_seconds: 90 } });
    clock.set("2026-11-23T17:00:00Z");
    const times = started_at ? { started_at: new Date(String(started_at)), ended_at: new Date(String(ended_at)) } : {};
    expect((await running(ctx, { ...times, ...seconds })).buyer_converted).toBe(basis === "total");
  });

  test("seconds alone count as connected, because no answer time was reported", async () => {
    const { ctx } = await givenCompany();
    await givenBuyerSettings(ctx, { duration: { enabled: true, basis, longer_than_seconds: 90 } });
    expect((await running(ctx, { duration_seconds: 91 })).buyer_converted).toBe(true);
    expect((await running(ctx, { duration_seconds: 90 })).buyer_converted).toBe(false);
  });
});

test("an overnight row belongs to the day it opens on, in local time of the zone", async () => {
  const { ctx, clock } = await givenCompany();
  clock.set("2026-11-20T00:00:00Z");
  const business_hours = { time_zone: "America/Denver", rows: [{ weekday: 1, open: "22:00", close: "02:00" }] };
  await givenBuyerSettings(ctx, { business_hours, rules: [{ name: "At night", hours: "owner" }] });
  clock.set("2026-11-30T00:00:00Z");
  const starts: [string, boolean][] = [
    ["2026-11-24T04:59:59Z", false],
    ["2026-11-24T05:00:00Z", true],
    ["2026-11-24T08:59:59Z", true],
    ["2026-11-24T09:00:00Z", false],
    ["2026-11-23T08:30:00Z", false],
  ];
  for (const [at, converts] of starts) {
    expect((await running(ctx, { started_at: new Date(at) })).buyer_converted, at).toBe(converts);
  }
});

test("a pattern that makes backtracking engines hang takes milliseconds on 100 KB", async () => {
  const text = `${"a".repeat(100_000)}!`;
  for (const pattern of ["(a+)+$", "^(a|a)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*b"]) {
    matchPattern(pattern, "warm");
    const took = await cpuMilliseconds(() => expect(matchPattern(pattern, text)).toBe(false));
    expect(took, pattern).toBeLessThan(5_000);
  }
});

test("phrases, speakers and excluding phrases work across posts, however the transcript is split", async () => {
  const { ctx } = await givenCompany();
  const phrases = [{ text: "I am interested", speaker: "customer", excluding: ["I am interested but"] }];
  await givenBuyerSettings(ctx, { voice_agent: { enabled: true, phrases } });
  const { id } = await running(ctx);
  const say = (at_seconds: number, speaker: string, text: string) =>
    addTranscript(ctx, { id }, { at_seconds, speaker, text });
  expect((await say(1, "agent", "I am interested")).call.buyer_converted).toBe(false);
  expect((await say(3, "Customer", "interested, but not today")).call.buyer_converted).toBe(false);
  expect((await say(2, "customer", "I am")).call.buyer_converted).toBe(false);
  expect((await say(8, "customer", "Now I’m sure: I ÄM INTERESTED!")).call.buyer_converted).toBe(true);
});
