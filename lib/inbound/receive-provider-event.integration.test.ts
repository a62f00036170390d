import { describe, expect, test } from "vitest";
import type { Call } from "@/lib/call/contract/call";
import { listChanges } from "@/lib/call/list-changes";
import { updateCall } from "@/lib/conversion/update-call";
import { recordCall } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { listCalls } from "@/lib/report/list-calls";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import { receivableOf } from "@/lib/testing/balance-of";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenPostingIntegration, signatureOf } from "@/lib/testing/factories/given-posting-integration";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getEvent, listEvents } from "./integration-events";

const RULES = [
  {
    name: "Booked",
    condition: { all: [{ token: "booked", operator: "equals", values: ["true"] }] },
    amount: { kind: "fixed", amount: "25.00" },
  },
];

async function givenConverting() {
  const { ctx } = await givenCompany();
  const settings = { duration: { enabled: true, longer_than_seconds: 60 } };
  await saveBuyerSettings(ctx, ctx.buyer.id, {
    version: 0,
    settings: BuyerSettings.parse({
      ...settings,
      rules: RULES,
      voice_agent: { enabled: true, phrases: [{ text: "book it" }] },
    }),
  });
  await saveOfferSettings(ctx, ctx.offer.id, { version: 0, settings: OfferSettings.parse(settings) });
  ctx.clock.advance({ minutes: 10 });
  return { ctx, integration: await givenPostingIntegration(ctx) };
}

function retellCall(ctx: GivenContext, more: object = {}) {
  const start = ctx.now().getTime() - 200_000;
  return {
    call_id: "call_1",
    direction: "inbound",
    from_number: "+13035550142",
    start_timestamp: start,
    end_timestamp: start + 95_000,
    duration_ms: 95_000,
    disconnection_reason: "user_hangup",
    ...more,
  };
}

const TRANSCRIPT = {
  transcript_object: [
    { role: "agent", content: "Shall I book it?", words: [{ word: "Shall", start: 3 }] },
    { role: "user", content: "Yes, book it.", words: [{ word: "Yes", start: 5 }] },
  ],
};
const ANALYSIS = { call_analysis: { call_successful: true, custom_analysis_data: { booked: true, zip: "80202" } } };

async function onlyCall(ctx: GivenContext): Promise<Call> {
  const { calls } = await listCalls(ctx, {});
  expect(calls).toHaveLength(1);
  const [call] = calls;
  if (!call) throw new Error("no call was created");
  return call;
}

test("the same event a hundred times, also simultaneously, is one call, one change per side and one charge", async () => {
  const { ctx, integration } = await givenConverting();
  const body = { event: "call_ended", call: retellCall(ctx) };
  const answers = await Promise.all(Array.from({ length: 60 }, () => integration.deliver({ body })));
  for (let repeat = 0; repeat < 40; repeat += 1) answers.push(await integration.deliver({ body }));
  expect(answers.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
  expect(answers.filter(({ outcome }) => outcome === "repeated")).toHaveLength(99);
  const call = await onlyCall(ctx);
  expect(call).toMatchObject({
    external_id: "call_1",
    buyer_converted: true,
    offer_converted: true,
    version: 1,
  });
  expect(call).toMatchObject({ caller: "+13035550142", duration_seconds: 95, offer: ctx.offer, buyer: ctx.buyer });
  expect((await listChanges(ctx, { id: call.id })).changes).toHaveLength(1);
  await rollUp(ctx);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(1000n);
  await expectBooksBalance(ctx);
});

test("the events of a call in any order give the same facts, decision and amount", async () => {
  const { ctx, integration } = await givenConverting();
  const seen = new Set<string>();
  for (const order of permutations([0, 1, 2, 3])) {
    const callId = `call_${order.join("")}`;
    const ended = retellCall(ctx, { call_id: callId });
    const { end_timestamp: _, duration_ms: __, disconnection_reason: ___, ...started } = ended;
    const bodies = [
      { event: "call_started", call: started },
      { event: "call_ended", call: ended },
      { event: "call_ended", call: { ...ended, ...TRANSCRIPT } },
      { event: "call_analyzed", call: { ...ended, ...TRANSCRIPT, ...ANALYSIS } },
    ];
    for (const at of order) expect((await integration.deliver({ body: bodies[at] ?? {} })).outcome).toBe("applied");
    const { calls } = await listCalls(ctx, { external_id: callId });
    expect(calls).toHaveLength(1);
    const { id, uuid, version, external_id, buyer_decision, offer_decision, ...facts } = calls[0] ?? {};
    expect(facts).toMatchObject({ buyer_converted: true, revenue: "25.00", tokens: { booked: "true", zip: "80202" } });
    expect(buyer_decision).toMatchObject({ mechanism: "rule", explicit: false });
    expect(offer_decision).toMatchObject({ mechanism: "duration" });
    seen.add(JSON.stringify(facts));
  }
  expect(seen.size).toBe(1);
  await rollUp(ctx);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(24n * 2500n);
  await expectBooksBalance(ctx);
});

describe("an event without a valid signature", () => {
  test.each([
    ["without a signature", "missing", () => ({})],
    ["with a wrong one", "wrong", (at: number) => ({ "x-retell-signature": `v=${at},d=${"0".repeat(64)}` })],
  ])("%s is rejected and logged, and changes nothing", async (_, signature, headers) => {
    const { ctx, integration } = await givenConverting();
    const body = { event: "call_ended", call: retellCall(ctx) };
    const sign = () => headers(ctx.now().getTime());
    await expect(integration.deliver({ body, sign })).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await listCalls(ctx, {})).calls).toEqual([]);
    const { events } = await listEvents(ctx, integration.integration.id, {});
    expect(events).toMatchObject([{ signature, outcome: "refused", answered: 401, calls: [] }]);
    expect(await getEvent(ctx, integration.integration.id, events[0]?.id ?? 0)).toMatchObject({
      payload: JSON.stringify(body),
    });
  });

  test("a delivery posted again hours later is too old", async () => {
    const { ctx, integration } = await givenConverting();
    const body = { event: "call_ended", call: retellCall(ctx) };
    const signedAt = ctx.now();
    ctx.clock.advance({ hours: 3 });
    const replayed = integration.deliver({
      body,
      sign: (text) => signatureOf("retell", integration.secret, text, signedAt),
    });
    await expect(replayed).rejects.toThrow("has expired");
    expect((await listEvents(ctx, integration.integration.id, {})).events).toMatchObject([{ signature: "too_old" }]);
    expect((await listCalls(ctx, {})).calls).toEqual([]);
  });

  test("the beginning of a large payload is stored", async () => {
    const { ctx, integration } = await givenConverting();
    await expect(integration.deliver({ body: "x".repeat(5_000_000), sign: () => ({}) })).rejects.toThrow();
    const { events } = await listEvents(ctx, integration.integration.id, {});
    expect(events).toMatchObject([{ payload_bytes: 65_536 }]);
    expect(await getEvent(ctx, integration.integration.id, events[0]?.id ?? 0)).toMatchObject({ clipped: true });
  });
});

test.each([
  ["deeply nested JSON", "[".repeat(100_000) + "]".repeat(100_000)],
  ["a deeply nested object", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ["no JSON", "call_ended"],
  ["five megabytes of text", JSON.stringify("x".repeat(5_000_000))],
  ["a call without a name", JSON.stringify({ event: "call_ended", call: {} })],
])("signed, but %s: rejected and logged", async (_, body) => {
  const { ctx, integration } = await givenConverting();
  await expect(integration.deliver({ body })).rejects.toMatchObject({ code: "invalid" });
  expect((await listCalls(ctx, {})).calls).toEqual([]);
  expect((await listEvents(ctx, integration.integration.id, {})).events).toMatchObject([
    { signature: "valid", outcome: "refused", answered: 422 },
  ]);
});

test("events that are not about calls are answered and ignored", async () => {
  const { ctx, integration } = await givenConverting();
  expect(await integration.deliver({ body: { event: "call_transferred", call: {} } })).toMatchObject({
    outcome: "ignored",
    ignored: "call_transferred",
  });
  expect((await listEvents(ctx, integration.integration.id, { outcome: "ignored" })).events).toHaveLength(1);
});

test("an event without a start waits, and counts when the rest arrives", async () => {
  const { ctx, integration } = await givenConverting();
  const { start_timestamp: _, ...early } = retellCall(ctx, ANALYSIS);
  expect(await integration.deliver({ body: { event: "call_analyzed", call: early } })).toMatchObject({ waiting: 1 });
  expect((await listCalls(ctx, {})).calls).toEqual([]);
  expect(await integration.deliver({ body: { event: "call_ended", call: retellCall(ctx) } })).toMatchObject({
    created: 1,
  });
  expect(await onlyCall(ctx)).toMatchObject({ tokens: { booked: "true" }, revenue: "25.00" });
});

describe("a call that carries our uuid", () => {
  test("gets facts, and keeps parties, amounts and explicit updates", async () => {
    const { ctx, integration } = await givenConverting();
    const { call } = await recordCall(ctx, {
      offer_id: ctx.offer.id,
      buyer_id: ctx.otherBuyer.id,
      started_at: ctx.now(),
      tokens: { zip: "10001" },
    });
    await updateCall(ctx, { id: call.id }, { buyer_converted: true, revenue: "7.00" });
    const reported = retellCall(ctx, { ...ANALYSIS, metadata: { call_uuid: call.uuid } });
    expect(await integration.deliver({ body: { event: "call_analyzed", call: reported } })).toMatchObject({
      updated: 1,
    });
    expect(await onlyCall(ctx)).toMatchObject({
      id: call.id,
      started_at: call.started_at,
      buyer: ctx.otherBuyer,
      traffic_source: null,
      revenue: "7.00",
      duration_seconds: 95,
      tokens: { zip: "10001", booked: "true" },
    });
    await expectBooksBalance(ctx);
  });

  test("that is unknown waits, also if it is another company's", async () => {
    const { ctx, integration } = await givenConverting();
    const { ctx: others } = await givenCompany();
    const { call: foreign } = await recordCall(others, { offer_id: others.offer.id, started_at: others.now() });
    const body = {
      event: "call_analyzed",
      call: retellCall(ctx, { ...ANALYSIS, metadata: { call_uuid: foreign.uuid } }),
    };
    expect(await integration.deliver({ body })).toMatchObject({ outcome: "waiting", waiting: 1 });
    expect((await listCalls(ctx, {})).calls).toEqual([]);
    expect(await onlyCall(others)).toMatchObject({ tokens: {}, duration_seconds: null });
  });
});

test("a file of hundreds of calls is ingested part by part, once", async () => {
  const { ctx } = await givenConverting();
  const integration = await givenPostingIntegration(ctx, "asterisk", { time_zone: "America/Denver" });
  const body = Array.from({ length: 1200 }, (_, number) => {
    const start = `2026-11-22 09:${String(number % 60).padStart(2, "0")}:00`;
    const fields = ["", "13035550142", "100", "in", "", "SIP/a", "SIP/b", "Dial", "", start, "", ""];
    return [...fields, 90, 80, "ANSWERED", "3", `17000000${number}.1`, ""].map((field) => `"${field}"`).join(",");
  }).join("\n");
  const first = await integration.deliver({ body });
  expect(first).toMatchObject({ outcome: "applied" });
  expect(first.created).toBe(1200);
  expect(await integration.deliver({ body })).toMatchObject({ outcome: "repeated", repeated: 1200 });
  expect((await listEvents(ctx, integration.integration.id, {})).events.map(({ calls }) => calls.length)).toEqual([
    100, 100,
  ]);
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, position) => {
    const others = items.filter((_, other) => other !== position);
    return permutations(others).map((rest) => [item, ...rest]);
  });
}
