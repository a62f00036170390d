import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import type { Call } from "@/lib/call/contract/call";
import { CallListQuery } from "@/lib/call/contract/call-list";
import { addTokens } from "@/lib/conversion/add-tokens";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { givenManyCalls } from "@/lib/testing/call/many-calls";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { exportCallsAsCsv, exportCallsAsLines } from "./export-calls";
import { listCalls } from "./list-calls";

type Query = Record<string, string>;

let ctx: GivenContext;
let calls: readonly Call[];
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  calls = await givenVariedCalls(ctx);
});

/** Two an hour, in all combinations of buyer, source, end and conversion. */
async function givenVariedCalls({ now, buyer, otherBuyer, trafficSource, otherTrafficSource }: GivenContext) {
  const made = await givenCalls(
    ctx,
    Array.from({ length: 72 }, (_, place) => ({
      external_id: `ext-${place}`,
      caller: `+1303555${String(1000 + place)}`,
      buyer_id: place % 3 === 0 ? otherBuyer.id : buyer.id,
      traffic_source_id: place % 5 === 0 ? otherTrafficSource.id : trafficSource.id,
      started_at: new Date(now().getTime() - place * 1_800_000),
      ended_at: undefined,
      answered_at: undefined,
      duration_seconds: place % 7 === 0 ? undefined : place * 5,
      connected_seconds: place % 7 === 0 ? undefined : place * 4,
      tokens: { zip: String(80200 + (place % 4)) },
    })),
  );
  for (const [place, { id }] of made.entries()) {
    ctx.clock.advance({ minutes: 1 });
    if (place % 2 === 0) await updateCall(ctx, { id }, { buyer_converted: true, revenue: String(place) });
    if (place % 4 === 0) await updateCall(ctx, { id }, { offer_converted: true });
  }
  return everyPage({});
}

async function everyPage(query: Query, perPage = 50, reader = ctx): Promise<Call[]> {
  const all: Call[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listCalls(reader, parse({ ...query, per_page: String(perPage), ...(cursor && { cursor }) }));
    all.push(...page.calls);
    cursor = page.next_cursor;
  } while (cursor);
  return all;
}

const { tokens: _, ...PLAIN } = CallListQuery.shape;
function parse({ zip, ...query }: Query): CallListQuery {
  expect(Object.keys(query).every((name) => name in PLAIN)).toBe(true);
  return CallListQuery.parse({ ...query, ...(zip && { tokens: { zip } }) });
}

/** What each filter means, from the call as it is shown. */
const MEANS: Record<string, (call: Call, value: string) => boolean> = {
  buyer_id: ({ buyer }, id) => buyer?.id === Number(id),
  traffic_source_id: ({ traffic_source }, id) => traffic_source?.id === Number(id),
  offer_id: ({ offer }, id) => offer.id === Number(id),
  external_id: ({ external_id }, id) => external_id === id,
  started_from: ({ started_at }, time) => started_at >= time,
  started_until: ({ started_at }, time) => started_at < time,
  buyer_converted: ({ buyer_converted }, is) => String(buyer_converted) === is,
  offer_converted: ({ offer_converted }, is) => String(offer_converted) === is,
  either_converted: (call, is) => String(call.buyer_converted || call.offer_converted) === is,
  mechanism: (call, name) => [call.buyer_decision, call.offer_decision].some((side) => side?.mechanism === name),
  state: ({ duration_seconds }, state) => (duration_seconds === null) === (state === "in_progress"),
  connected_min: ({ connected_seconds }, least) => (connected_seconds ?? -1) >= Number(least),
  connected_max: ({ connected_seconds }, most) => connected_seconds !== null && connected_seconds <= Number(most),
  revenue_min: ({ revenue }, least) => Number(revenue) >= Number(least),
  revenue_max: ({ revenue }, most) => Number(revenue) <= Number(most),
  zip: ({ tokens }, zip) => tokens?.zip === zip,
  q: (call, q) =>
    call.caller?.endsWith(q) ||
    call.caller?.startsWith(`+${q}`) ||
    [call.offer, call.buyer, call.traffic_source].some((party) =>
      party?.name.toLowerCase().includes(q.toLowerCase()),
    ) ||
    false,
};

const VALUE: Record<string, (call: Call) => number> = {
  started_at: ({ started_at }) => Date.parse(started_at),
  connected_seconds: ({ connected_seconds }) => connected_seconds ?? -1,
  revenue: ({ revenue }) => Number(revenue),
  payout: ({ payout }) => Number(payout),
};

function expected(query: Query, sort: string): number[] {
  const value = VALUE[sort.replace("-", "")] ?? (() => 0);
  const direction = sort.startsWith("-") ? -1 : 1;
  return calls
    .filter((call) => Object.entries(query).every(([name, wanted]) => MEANS[name]?.(call, wanted)))
    .toSorted((one, other) => direction * (value(one) - value(other) || one.id - other.id))
    .map(({ id }) => id);
}

const someQuery = () => {
  const bool = fc.constantFrom("true", "false");
  const seconds = fc.integer({ min: 0, max: 300 }).map(String);
  const time = fc
    .integer({ min: 0, max: 80 })
    .map((steps) => new Date(Date.UTC(2026, 10, 22) + steps * 1_800_000).toISOString());
  const filter: Record<string, fc.Arbitrary<string>> = {
    buyer_id: fc.constantFrom(ctx.buyer.id, ctx.otherBuyer.id, 999).map(String),
    traffic_source_id: fc.constantFrom(ctx.trafficSource.id, ctx.otherTrafficSource.id).map(String),
    offer_id: fc.constantFrom(ctx.offer.id, 999).map(String),
    external_id: fc.constantFrom("ext-3", "ext-12", "ext"),
    started_from: time,
    started_until: time,
    buyer_converted: bool,
    offer_converted: bool,
    either_converted: bool,
    mechanism: fc.constantFrom("import", "duration", "webhook"),
    state: fc.constantFrom("in_progress", "finished"),
    connected_min: seconds,
    connected_max: seconds,
    revenue_min: seconds,
    revenue_max: seconds,
    zip: fc.constantFrom("80200", "80203", "none"),
    q: fc.constantFrom("1007", "1303555", "cedar", "o", "maple", "nobody"),
  };
  return fc
    .record(filter, { requiredKeys: [] })
    .map((query) => Object.fromEntries(Object.entries(query).slice(0, 4)) as Query);
};

describe("filters and orders", () => {
  test("in any combination find what they say, in order, on pages of any size", async () => {
    const sorts = fc.constantFrom(...Object.keys(VALUE).flatMap((name) => [name, `-${name}`]));
    await fc.assert(
      fc.asyncProperty(someQuery(), sorts, fc.integer({ min: 1, max: 80 }), async (query, sort, size) => {
        const listed = await everyPage({ ...query, sort }, size);
        expect(listed.map(({ id }) => id)).toEqual(expected(query, sort));
      }),
      { numRuns: 150 },
    );
  });

  test("days are the company's, and the last one is included", async () => {
    const inDenver = (call: Call) =>
      new Date(call.started_at).toLocaleDateString("en-CA", { timeZone: "America/Denver" }) === "2026-11-22";
    const day = await everyPage({ started_from: "2026-11-22", started_until: "2026-11-22" });
    expect(day.length).toBeGreaterThan(10);
    expect(day.map(({ id }) => id)).toEqual(calls.filter(inDenver).map(({ id }) => id));
  });

  test("calls that changed since a time, by conversions and by facts, numbered or not", async () => {
    const since = ctx.now();
    ctx.clock.advance({ minutes: 1 });
    const [first, second] = [calls[5]?.id ?? 0, calls[9]?.id ?? 0];
    await updateCall(ctx, { id: first }, { buyer_converted: calls[5]?.buyer_converted !== true });
    await addTokens(ctx, { id: second }, { tokens: { city: "Denver" } });
    const changed = await everyPage({ changed_since: since.toISOString() });
    expect(changed.map(({ id }) => id)).toEqual([first, second]);
    expect(await everyPage({ changed_since: ctx.now().toISOString(), zip: "none" })).toEqual([]);
    calls = await everyPage({});
  });

  test("calls with open inbox items", async () => {
    const [call] = calls;
    await updateCall(ctx, { id: call?.id ?? 0 }, { buyer_converted: true });
    const { ctx: member } = await givenMember(ctx, "owner");
    await lockSide(member, { id: call?.id ?? 0 }, { side: "buyer", locked: true });
    const key = await givenApiKey(ctx);
    await updateCall(key.ctx, { id: call?.id ?? 0 }, { buyer_converted: false });
    expect((await everyPage({ has_inbox: "true" })).map(({ id }) => id)).toEqual([call?.id]);
    expect(await everyPage({ has_inbox: "false" })).toHaveLength(calls.length - 1);
    calls = await everyPage({});
  });
});

describe("who may filter by what", () => {
  test.each<[Query, Record<string, "none">, string]>([
    [{ q: "1007" }, { "call.details": "none" }, "call.details: read"],
    [{ zip: "80202" }, { "call.details": "none" }, "call.details: read"],
    [{ revenue_min: "1" }, { "call.revenue": "none" }, "call.revenue: read"],
    [{ revenue_max: "1" }, { "call.revenue": "none" }, "call.revenue: read"],
    [{ sort: "-revenue" }, { "call.revenue": "none" }, "call.revenue: read"],
    [{ sort: "payout" }, { "call.payout": "none" }, "call.payout: read"],
    [{ buyer_converted: "true" }, { "call.buyer_converted": "none" }, "call.buyer_converted: read"],
    [{ offer_converted: "true" }, { "call.offer_converted": "none" }, "call.offer_converted: read"],
    [{ either_converted: "true" }, { "call.offer_converted": "none" }, "call.offer_converted: read"],
    [{ mechanism: "api" }, { "call.buyer_converted": "none" }, "call.buyer_converted: read"],
  ])("%j without %j is refused", async (query, grants, permission) => {
    const key = await givenApiKey(ctx, "owner", grants);
    await expect(listCalls(key.ctx, parse(query))).rejects.toThrow(permission);
  });

  test("a token that sets the price takes the permission of the amount", async () => {
    const { ctx: priced } = await givenCompany();
    await givenBuyerSettings(priced, {
      rules: [
        {
          name: "Sale",
          condition: { all: [{ token: "sale", operator: "exists" }] },
          amount: { kind: "token", token: "sale", minimum: "1.00", maximum: "99.00" },
        },
      ],
    });
    const key = await givenApiKey(priced, "owner", { "call.revenue": "none" });
    const query = (name: string) => CallListQuery.parse({ tokens: { [name]: "12.00" } });
    await expect(listCalls(key.ctx, query("sale"))).rejects.toThrow("call.revenue: read");
    expect((await listCalls(key.ctx, query("zip"))).calls).toEqual([]);
  });

  test("an actor of one buyer finds its calls only, whatever it filters by", async () => {
    const key = await givenApiKey(ctx, "owner", {}, { buyerIds: [ctx.otherBuyer.id] });
    const own = calls.filter(({ buyer }) => buyer?.id === ctx.otherBuyer.id).map(({ id }) => id);
    const reader = { ...ctx, ...key.ctx };
    expect((await everyPage({}, 7, reader)).map(({ id }) => id)).toEqual(own);
    expect(await everyPage({ buyer_id: String(ctx.buyer.id) }, 7, reader)).toEqual([]);
    expect((await everyPage({ q: "birch" }, 7, reader)).length).toBe(0);
  });
});

describe("what is refused with a sentence", () => {
  test.each([
    { sort: "caller" },
    { fields: "id,secret" },
    { state: "lost" },
    { mechanism: "luck" },
    { started_from: "yesterday" },
    { started_until: "2026-02-30" },
    { revenue_min: "-1" },
    { connected_min: "1.5" },
    { per_page: "1001" },
  ])("%j", (query) => {
    expect(CallListQuery.safeParse(query).error?.issues[0]?.message).toMatch(/[.]$/);
  });

  test("a cursor of another order, and an amount with too many decimals", async () => {
    const { next_cursor } = await listCalls(ctx, parse({ sort: "-revenue", per_page: "3" }));
    for (const sort of ["revenue", "-started_at", "-payout"])
      await expect(listCalls(ctx, parse({ sort, cursor: next_cursor ?? "" }))).rejects.toThrow(Invalid);
    await expect(listCalls(ctx, parse({ revenue_min: "1.005" }))).rejects.toThrow(Invalid);
  });

  test("what would look through too many calls", async () => {
    const { ctx: large } = await givenCompany();
    await givenManyCalls(large, 10_500);
    await expect(listCalls(large, { sort: "-revenue" })).rejects.toMatchObject({
      errors: { sort: expect.any(String) },
    });

    const sixDaysAgo = new Date(+large.now() - 6 * 86_400_000);
    expect((await listCalls(large, { sort: "-revenue", started_from: sixDaysAgo })).calls).toHaveLength(50);

    await expect(listCalls(large, { q: "+13" })).rejects.toMatchObject({ errors: { q: expect.any(String) } });

    await expect(listCalls(large, { changed_since: new Date(0) })).rejects.toMatchObject({
      errors: { changed_since: expect.any(String) },
    });

    // A value that no call has: a page without calls that says where to go on, then the end.
    const { calls: none, next_cursor } = await listCalls(large, { mechanism: "webhook" });
    expect(none).toEqual([]);
    expect(await listCalls(large, { mechanism: "webhook", cursor: next_cursor ?? "" })).toEqual({
      calls: [],
      next_cursor: null,
    });
  });
});

describe("streams", () => {
  const text = async (pieces: AsyncIterable<string>) => {
    let all = "";
    for await (const piece of pieces) all += piece;
    return all;
  };

  test("have all calls of the filter, as lines of JSON and as CSV", async () => {
    const lines = (await text(await exportCallsAsLines(ctx, parse({ buyer_converted: "true" })))).trim().split("\n");
    const converted = calls.filter(({ buyer_converted }) => buyer_converted);
    expect(lines.map((line) => JSON.parse(line))).toEqual(converted);
    const csv = await text(await exportCallsAsCsv(ctx, parse({ fields: "id,buyer,revenue" })));
    expect(csv.split("\r\n").slice(0, 2)).toEqual([
      "id,buyer_id,buyer,revenue",
      `${calls[0]?.id},${calls[0]?.buyer?.id},${calls[0]?.buyer?.name},${calls[0]?.revenue}`,
    ]);
    expect(csv.trim().split("\r\n")).toHaveLength(calls.length + 1);
    await expect(exportCallsAsCsv(ctx, parse({ per_page: "5" }))).rejects.toThrow(Invalid);
  });
});
