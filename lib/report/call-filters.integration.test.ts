import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import type { Call } from "@/lib/call/contract/call";
import { CallListQuery } from "@/lib/call/contract/call-list";
import { addTokens } from "@/lib/conversion/add-tokens";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import {
  inOrderOf,
  meant,
  parseFilters as parse,
  type SomeFilters as Query,
  SORTED_BY,
  someFilters,
} from "@/lib/testing/call/call-oracle";
import { givenManyCalls } from "@/lib/testing/call/many-calls";
import { givenVariedCalls } from "@/lib/testing/call/varied-calls";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { exportCallsAsCsv, exportCallsAsLines } from "./export-calls";
import { listCalls } from "./list-calls";

let ctx: GivenContext;
let calls: readonly Call[];
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  await givenVariedCalls(ctx);
  calls = await everyPage({});
});

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

describe("filters and orders", () => {
  test("in any combination find what they say, in order, on pages of any size", async () => {
    const sorts = fc.constantFrom(...SORTED_BY.flatMap((name) => [name, `-${name}`]));
    await fc.assert(
      fc.asyncProperty(someFilters(ctx), sorts, fc.integer({ min: 1, max: 80 }), async (query, sort, size) => {
        const listed = await everyPage({ ...query, sort }, size);
        expect(listed).toEqual(inOrderOf(sort, meant(calls, query)));
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
