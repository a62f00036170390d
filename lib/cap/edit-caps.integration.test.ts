import { describe, expect, test } from "vitest";
import { accessOf } from "@/lib/access/domain/roles";
import { Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import { updateCall } from "@/lib/conversion/update-call";
import { getAvailability } from "@/lib/report/get-availability";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenVerdict } from "@/lib/testing/given-verdict";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { CapUpdate, NewCap } from "./contract";
import { listCapCalls } from "./list-cap-calls";
import { listCaps } from "./list-caps";
import { createCap, endCap, replaceCap } from "./save-cap";

const DAY = { measure: "conversions", span: "day", limit: "2", stops_automatic: "true" } as const;
const many = (count: number) => Array.from({ length: count }, () => ({}));
const buyerOf = (ctx: GivenContext) => ({ side: "buyer", id: ctx.buyer.id }) as const;
const speaking = (ctx: GivenContext, role: string): GivenContext => ({
  ...ctx,
  actor: { type: "member", id: 1, name: "Ana Ruiz", access: accessOf(role, {}) },
});

test("a cap created during a day starts with the existing conversions of that day", async () => {
  const { ctx } = await givenCompany();
  const calls = await givenCalls(ctx, many(4));
  for (const { id } of calls.slice(0, 2)) await givenVerdict(ctx, id);
  const cap = await givenCap(ctx, { limit: "3" });
  expect(cap).toMatchObject({ used: "2", limit: "3", remaining: "1", resets_at: "2026-11-24T07:00:00.000Z" });
  expect(await givenVerdict(ctx, calls[2]?.id ?? 0)).toBe(true);
  expect(await givenVerdict(ctx, calls[3]?.id ?? 0)).toBe(false);
  await expectBooksBalance(ctx);
});

test("an edit withdraws the cap and creates a new one that inherits all its windows", async () => {
  const { ctx } = await givenCompany();
  const yesterday = new Date("2026-11-22T17:00:00Z");
  const calls = await givenCalls(ctx, [{}, {}, {}, { started_at: yesterday }, { started_at: yesterday }]);
  const cap = await givenCap(ctx, { limit: "1" });
  for (const { id } of [calls[0], calls[3]].flatMap((call) => call ?? [])) await givenVerdict(ctx, id);
  const edited = await replaceCap(ctx, buyerOf(ctx), cap.id, CapUpdate.parse({ ...DAY, limit: "2" }));
  expect(edited).toMatchObject({ used: "1", limit: "2" });
  const converted = [];
  for (const call of [calls[1], calls[2], calls[4]]) converted.push(await givenVerdict(ctx, call?.id ?? 0));
  expect(converted).toEqual([true, false, true]);
  const { caps, withdrawn } = await listCaps(ctx, buyerOf(ctx));
  expect([caps, withdrawn].map((item) => item.map(({ id }) => id))).toEqual([[edited.id], [cap.id]]);
  await expect(replaceCap(ctx, buyerOf(ctx), cap.id, CapUpdate.parse(DAY))).rejects.toBeInstanceOf(NotFound);
  await endCap(ctx, buyerOf(ctx), edited.id);
  expect(await givenVerdict(ctx, calls[2]?.id ?? 0)).toBe(true);
  await expectBooksBalance(ctx);
});

test("fields that an edit does not name are unchanged", async () => {
  const { ctx } = await givenCompany();
  const offer = { offer_id: String(ctx.offer.id), time_zone: "America/New_York" };
  const cap = await givenCap(ctx, { ...offer, measure: "revenue", limit: "500.50", stops_automatic: true });
  const edited = await replaceCap(ctx, buyerOf(ctx), cap.id, CapUpdate.parse({ span: "month" }));
  const { offer: ofOffer, measure, limit, stops_automatic, time_zone } = cap;
  expect(edited).toMatchObject({ offer: ofOffer, measure, limit, stops_automatic, time_zone, span: "month" });
  expect(edited).toMatchObject({ offer: { id: ctx.offer.id }, limit: "500.50", stops_automatic: true });
  const ofAll = await replaceCap(ctx, buyerOf(ctx), edited.id, CapUpdate.parse({ offer_id: null, limit: "7" }));
  expect(ofAll).toMatchObject({ offer: null, limit: "7.00", span: "month" });
});

test("after a change of zone, days are recounted from the calls by the new midnight", async () => {
  const { ctx } = await givenCompany();
  const lateInDenver = new Date("2026-11-23T05:30:00Z");
  const calls = await givenCalls(ctx, [{ started_at: lateInDenver }, {}]);
  for (const { id } of calls) await givenVerdict(ctx, id);
  const cap = await givenCap(ctx);
  expect([cap.used, cap.time_zone]).toEqual(["1", "America/Denver"]);
  const moved = await replaceCap(ctx, buyerOf(ctx), cap.id, CapUpdate.parse({ ...DAY, time_zone: "America/New_York" }));
  expect([moved.used, moved.resets_at]).toEqual(["2", "2026-11-24T05:00:00.000Z"]);
  await expectBooksBalance(ctx);
});

describe("days of 25 and 23 hours", () => {
  test.each([
    ["25", "2026-11-01T05:00:00Z", "2026-11-02T05:59:00Z", "2026-11-02T06:00:00Z"],
    ["23", "2026-03-08T06:00:00Z", "2026-03-09T04:59:00Z", "2026-03-09T05:00:00Z"],
  ])("all conversions of %s in Chicago are in one window", async (_, first, last, next) => {
    const { ctx } = await givenCompany({ timeZone: "America/Chicago" });
    ctx.clock.set(next);
    await givenCap(ctx, { limit: "2" });
    const calls = await givenCalls(
      ctx,
      [first, last, last, next].map((at) => ({
        started_at: new Date(at),
        answered_at: undefined,
        ended_at: undefined,
      })),
    );
    const converted = [];
    for (const { id } of calls) converted.push(await givenVerdict(ctx, id));
    expect(converted).toEqual([true, true, false, true]);
    await expectBooksBalance(ctx);
  });
});

test("the calls that use a cap are listed in pages", async () => {
  const { ctx } = await givenCompany();
  const cap = await givenCap(ctx);
  const calls = await givenCalls(ctx, many(3));
  for (const { id } of calls) await givenVerdict(ctx, id);
  const first = await listCapCalls(ctx, buyerOf(ctx), cap.id, { per_page: 2 });
  const second = await listCapCalls(ctx, buyerOf(ctx), cap.id, {
    per_page: 2,
    cursor: first.metadata.next_cursor ?? "",
  });
  const ids = [...first.calls, ...second.calls].map(({ id }) => id);
  expect(ids).toEqual(calls.map(({ id }) => id).toReversed());
  expect(second.metadata.next_cursor).toBeNull();
});

describe("a cap is rejected for", () => {
  test.each([
    ["a limit that is no count", { limit: "2.5" }, "limit"],
    ["calls at once by the day", { measure: "concurrency", stops_automatic: "no" }, "span"],
    ["conversions now", { span: "now" }, "span"],
    ["attempts that stop conversion", { measure: "attempts" }, "stops_automatic"],
    ["an offer of nobody", { offer_id: "999999" }, "offer_id"],
    ["more decimals than the currency has", { measure: "revenue", limit: "10.505" }, "limit"],
  ])("%s", async (_, fields, field) => {
    const { ctx } = await givenCompany();
    const refusal = await createCap(ctx, buyerOf(ctx), NewCap.parse({ ...DAY, ...fields })).catch((reason) => reason);
    expect(refusal).toBeInstanceOf(Invalid);
    expect(Object.keys(refusal.errors)).toEqual([field]);
  });

  test("counting the same as another cap", async () => {
    const { ctx } = await givenCompany();
    await givenCap(ctx);
    await expect(givenCap(ctx, { limit: "5" })).rejects.toThrow(Invalid);
  });

  test("missing permission, and not found by another company", async () => {
    const { ctx } = await givenCompany();
    const cap = await givenCap(ctx);
    const owner = buyerOf(ctx);
    const update = NewCap.parse(DAY);
    const manager = speaking(ctx, "manager");
    await expect(createCap(manager, owner, update)).rejects.toBeInstanceOf(Forbidden);
    await expect(replaceCap(manager, owner, cap.id, update)).rejects.toBeInstanceOf(Forbidden);
    await expect(endCap(manager, owner, cap.id)).rejects.toBeInstanceOf(Forbidden);
    await expect(listCaps(speaking(ctx, "viewer"), owner)).rejects.toBeInstanceOf(Forbidden);
    const { ctx: other } = await givenCompany();
    for (const asked of [
      () => listCaps(other, owner),
      () => createCap(other, owner, update),
      () => replaceCap(other, owner, cap.id, update),
      () => endCap(other, buyerOf(other), cap.id),
      () => listCapCalls(other, buyerOf(other), cap.id, {}),
      () => getAvailability(other, owner, {}),
    ]) {
      await expect(asked()).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe("availability", () => {
  test("includes running calls, and gives the reason when unavailable", async () => {
    const { ctx } = await givenCompany();
    await givenCap(ctx, { limit: "3" });
    const running = { ended_at: undefined, duration_seconds: undefined, connected_seconds: undefined };
    const calls = await givenCalls(ctx, [{}, running, running]);
    const before = await getAvailability(ctx, buyerOf(ctx), {});
    expect(before).toMatchObject({ available: true, open_now: true, reasons: [], credit: null });
    expect(before.caps).toMatchObject([{ used: "0", running: 2, remaining: "1", used_up: false }]);
    await updateCall(ctx, { id: calls[0]?.id ?? 0 }, { buyer_converted: true });
    const after = await getAvailability(speaking(ctx, "viewer"), buyerOf(ctx), {});
    expect(after).toMatchObject({ available: false, caps: [{ used: "1", running: 2, remaining: "0" }] });
    expect(after.reasons).toMatchObject([{ code: "cap", message: "The cap of 3 conversions per day is used up." }]);
    ctx.clock.advance({ hours: 5 });
    expect((await getAvailability(ctx, buyerOf(ctx), {})).caps).toMatchObject([{ used: "1", running: 0 }]);
  });

  test("attempts, connections and calls at once are counted from the calls; amounts need their permission", async () => {
    const { ctx } = await givenCompany();
    ctx.clock.advance({ minutes: 30 });
    for (const measure of ["attempts", "connections", "concurrency", "revenue"]) {
      await givenCap(ctx, { measure, span: measure === "concurrency" ? "now" : "hour", limit: "2" });
    }
    const running = { ended_at: undefined, duration_seconds: undefined, connected_seconds: undefined };
    await givenCalls(ctx, [{}, running, { ...running, answered_at: undefined }]);
    const { caps, reasons } = await getAvailability(speaking(ctx, "operator"), buyerOf(ctx), {});
    expect(caps.map(({ used, running }) => [used, running])).toEqual([
      ["3", 0],
      ["2", 1],
      ["2", 0],
      [undefined, 2],
    ]);
    expect(reasons).toHaveLength(3);
  });

  test("a cap for one offer leaves the others available", async () => {
    const { ctx } = await givenCompany();
    await givenCap(ctx, { limit: "0", offer_id: String(ctx.offer.id) });
    const asked = async (offer_id?: number) =>
      (await getAvailability(ctx, buyerOf(ctx), offer_id ? { offer_id } : {})).available;
    expect([await asked(), await asked(ctx.offer.id), await asked(ctx.offer.id + 1)]).toEqual([true, false, true]);
  });

  test("a traffic source has its own availability", async () => {
    const { ctx } = await givenCompany();
    const owner = { side: "offer", id: ctx.trafficSource.id } as const;
    await givenCap(ctx, { owner, limit: "0" });
    expect(await getAvailability(ctx, owner, {})).toMatchObject({ available: false, open_now: true, credit: null });
  });
});
