import { describe, expect, test } from "vitest";
import type { Call, NewCall } from "@/lib/call/contract/call";
import { getCall } from "@/lib/conversion/get-call";
import { updateCall } from "@/lib/conversion/update-call";
import { readBooks } from "@/lib/testing/books/read-books";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { recordCall, recordCalls } from "./record-calls";

const TIMES = 64;

/** All permutations of these items. */
function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, position) => ordersOf(items.toSpliced(position, 1)).map((others) => [item, ...others]));
}

/** A call without version and ids: filling a party is a change, which increases the version. */
function factsOf({ id, uuid, external_id, version, ...facts }: Call) {
  return facts;
}

async function arrive(ctx: GivenContext, externalId: string, messages: readonly NewCall[]) {
  for (const message of messages) await recordCall(ctx, { external_id: externalId, ...message });
  const { call } = await recordCall(ctx, { external_id: externalId });
  return factsOf(call);
}

describe("the same external id again is an update, not a second call", () => {
  test("64 times at once: one call, created once", async () => {
    const { ctx, offer } = await givenCompany();
    const message = { external_id: "CA-1", offer_id: offer.id, caller: "+15555550142", tokens: { zip: "80202" } };
    const recorded = await Promise.all(Array.from({ length: TIMES }, () => recordCall(ctx, message)));
    expect(recorded.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(recorded.map(({ call }) => call.id)).size).toBe(1);
    expect((await readBooks(ctx.company)).calls).toHaveLength(1);
  });

  test("64 times in one array", async () => {
    const { ctx, offer } = await givenCompany();
    const messages = Array.from({ length: TIMES }, () => ({ external_id: "CA-1", offer_id: offer.id }));
    const recorded = await recordCalls(ctx, messages);
    expect(recorded.map((one) => one.ok && one.created)).toEqual([true, ...messages.slice(1).map(() => false)]);
  });

  test("the same external id in another company is another call", async () => {
    const [ours, theirs] = [(await givenCompany()).ctx, (await givenCompany()).ctx];
    const [own, foreign] = await Promise.all(
      [ours, theirs].map((ctx) => recordCall(ctx, { external_id: "CA-1", offer_id: ctx.offer.id })),
    );
    expect([own?.created, foreign?.created]).toEqual([true, true]);
    expect(own?.call.uuid).not.toBe(foreign?.call.uuid);
  });

  test("arrays that share calls in opposite orders wait for each other and never deadlock", async () => {
    const { ctx, offer } = await givenCompany();
    const messages = Array.from({ length: 40 }, (_, position) => ({
      external_id: `CA-${position}`,
      offer_id: offer.id,
      tokens: { zip: "80202" },
    }));
    const arrays = Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? messages : messages.toReversed()));
    for (let round = 0; round < 2; round += 1) {
      const recorded = await Promise.all(arrays.map((array) => recordCalls(ctx, array)));
      expect(recorded.flat().every(({ ok }) => ok)).toBe(true);
    }
    expect((await readBooks(ctx.company)).calls).toHaveLength(40);
  });
});

describe("facts arrive in any order, twice, early and late: the final facts are the same", () => {
  const at = (time: string) => new Date(`2026-11-23T16:${time}Z`);

  test("in all orders, each of them twice", async () => {
    const { ctx, offer, buyer, trafficSource } = await givenCompany();
    const start = { offer_id: offer.id, started_at: at("00:00") };
    const messages: NewCall[] = [
      { ...start, caller: "+1 (303) 555-0142", traffic_source_id: trafficSource.id },
      { ...start, answered_at: at("00:06.200"), buyer_id: buyer.id, tokens: { zip: "80202" } },
      { ...start, ended_at: at("01:30.900"), recording_url: "https://recordings.test/1.mp3" },
      { ...start, duration_seconds: 91, connected_seconds: 85, tokens: { outcome: "sale" } },
    ];
    const ends: Awaited<ReturnType<typeof arrive>>[] = [];
    for (const [number, order] of ordersOf(messages).entries())
      ends.push(await arrive(ctx, `CA-${number}`, [...order, ...order.toReversed()]));
    expect(ends[0]).toMatchObject({
      caller: "+13035550142",
      buyer: { id: buyer.id },
      traffic_source: { id: trafficSource.id },
      duration_seconds: 91,
      connected_seconds: 85,
      tokens: { zip: "80202", outcome: "sale" },
    });
    expect(ends).toEqual(ends.map(() => ends[0]));
  });

  test("missing seconds are derived from the times, whichever arrived last", async () => {
    const { ctx, offer } = await givenCompany();
    const start = { offer_id: offer.id, started_at: at("00:00") };
    const messages = [
      { ...start, answered_at: at("00:06") },
      { ...start, ended_at: at("01:30") },
    ];
    for (const [number, order] of ordersOf(messages).entries())
      expect(await arrive(ctx, `CA-${number}`, order)).toMatchObject({ duration_seconds: 90, connected_seconds: 84 });
  });

  test("a provider that rounds its seconds up may repeat itself", async () => {
    const { ctx, offer } = await givenCompany();
    const times = { started_at: at("00:00"), answered_at: at("00:00"), ended_at: at("01:29.400") };
    const message = { external_id: "CA-1", offer_id: offer.id, ...times, connected_seconds: 90 };
    const { call } = await recordCall(ctx, message);
    expect(call).toMatchObject({ duration_seconds: 90, connected_seconds: 90 });
    expect((await recordCall(ctx, message)).call).toEqual(call);
  });

  test("an offer that follows its buyer side converts with it, in either order", async () => {
    const { ctx, offer, buyer, trafficSource } = await givenCompany({ convertsWithBuyer: true });
    const fields = { external_id: "known", offer_id: offer.id, buyer_id: buyer.id };
    const late = { ...fields, external_id: "late" };
    const [first] = await recordCalls(ctx, [{ ...fields, traffic_source_id: trafficSource.id }, late]);
    if (!first?.ok) throw new Error("refused");
    await updateCall(ctx, { id: first.call.id }, { buyer_converted: true });
    const { call } = await recordCall(ctx, late);
    await updateCall(ctx, { id: call.id }, { buyer_converted: true });
    await recordCall(ctx, { ...late, traffic_source_id: trafficSource.id });
    const converted = { buyer_converted: true, offer_converted: true, payout: "6.00" };
    expect(await getCall(ctx, { id: first.call.id })).toMatchObject(converted);
    expect(await getCall(ctx, { id: call.id })).toMatchObject(converted);
    await expectBooksBalance(ctx);
  });
});

describe("a repeated intake fills empty fields and replaces nothing", () => {
  test("no fact, party or token, and it creates no second call", async () => {
    const { ctx, offer, ...parties } = await givenCompany();
    const first: NewCall = {
      external_id: "CA-1",
      offer_id: offer.id,
      caller: "+13035550142",
      buyer_id: parties.buyer.id,
      traffic_source_id: parties.trafficSource.id,
      started_at: new Date("2026-11-23T16:00:00Z"),
      answered_at: new Date("2026-11-23T16:00:06Z"),
      ended_at: new Date("2026-11-23T16:01:30Z"),
      duration_seconds: 91,
      connected_seconds: 85,
      tokens: { zip: "80202" },
      recording_url: "https://recordings.test/1.mp3",
    };
    const { call } = await recordCall(ctx, first);
    const again = await recordCall(ctx, {
      external_id: "CA-1",
      caller: "+13035550199",
      buyer_id: parties.otherBuyer.id,
      traffic_source_id: parties.otherTrafficSource.id,
      started_at: new Date("2026-11-20T16:00:00Z"),
      answered_at: new Date("2026-11-20T16:00:01Z"),
      ended_at: new Date("2026-11-20T16:00:02Z"),
      duration_seconds: 2,
      connected_seconds: 1,
      tokens: { zip: "99999", state: "CO" },
      recording_url: "https://recordings.test/2.mp3",
    });
    expect(again).toEqual({ ok: true, created: false, call: { ...call, tokens: { zip: "80202", state: "CO" } } });
  });

  test("nor the parties and amounts of a decided call", async () => {
    const { ctx, otherBuyer, otherTrafficSource, offer, buyer } = await givenCompany();
    const { call } = await recordCall(ctx, { external_id: "CA-1", offer_id: offer.id, buyer_id: buyer.id });
    await updateCall(ctx, { id: call.id }, { buyer_converted: true, revenue: "25" });
    const again = { buyer_id: otherBuyer.id, traffic_source_id: otherTrafficSource.id };
    const { call: filled } = await recordCall(ctx, { external_id: "CA-1", ...again });
    expect(filled).toMatchObject({ buyer: { id: buyer.id }, revenue: "25.00", version: 2, buyer_converted: true });
    expect(filled.traffic_source).toMatchObject({ id: otherTrafficSource.id });
    await expectBooksBalance(ctx);
  });
});

describe("calls that cannot be recorded", () => {
  test("parties of another company do not exist, and stop no other call", async () => {
    const [{ ctx, offer }, other] = [await givenCompany(), await givenCompany()];
    const recorded = await recordCalls(ctx, [
      { offer_id: offer.id },
      { offer_id: other.offer.id },
      { offer_id: offer.id, buyer_id: other.buyer.id, traffic_source_id: other.trafficSource.id },
      { offer_id: offer.id, buyer_id: 999_999_999 },
      { offer_id: offer.id },
    ]);
    expect(recorded.map((one) => (one.ok ? "recorded" : one.error))).toMatchObject([
      "recorded",
      { errors: { offer_id: `There is no offer ${other.offer.id} in this company.` } },
      { errors: { buyer_id: expect.any(String), traffic_source_id: expect.any(String) } },
      { errors: { buyer_id: "There is no buyer 999999999 in this company." } },
      "recorded",
    ]);
  });

  test("a call without an offer, an invalid caller, impossible times", async () => {
    const { ctx, offer } = await givenCompany();
    const started_at = new Date("2026-11-23T16:00:00Z");
    const recorded = await recordCalls(ctx, [
      { caller: "+13035550142" },
      { offer_id: offer.id, caller: "somebody" },
      { offer_id: offer.id, started_at, ended_at: new Date("2026-11-23T15:59:59Z") },
      { external_id: "never heard of", caller: "+13035550142" },
    ]);
    expect(recorded.map((one) => (one.ok ? [] : Object.keys((one.error as { errors?: object }).errors ?? {})))).toEqual(
      [["offer_id"], ["caller"], ["ended_at"], ["offer_id"]],
    );
    expect((await readBooks(ctx.company)).calls).toEqual([]);
  });

  test("a repeat that contradicts the known times", async () => {
    const { ctx, offer } = await givenCompany();
    await recordCall(ctx, { external_id: "CA-1", offer_id: offer.id, started_at: new Date("2026-11-23T16:00:00Z") });
    const repeat = recordCall(ctx, { external_id: "CA-1", ended_at: new Date("2026-11-23T15:00:00Z") });
    await expect(repeat).rejects.toMatchObject({ code: "invalid", errors: { ended_at: expect.any(String) } });
  });

  test("anything without permission to record calls", async () => {
    const { ctx, offer } = await givenCompany();
    const viewer = await givenMember(ctx, "viewer");
    await expect(recordCalls(viewer.ctx, [{ offer_id: offer.id }])).rejects.toThrow("calls: update");
  });
});
