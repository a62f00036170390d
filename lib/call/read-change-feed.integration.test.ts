import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/access/context";
import type { Feed } from "@/lib/call/contract/feed";
import { addTokens } from "@/lib/conversion/add-tokens";
import { convertIn, inLocks } from "@/lib/conversion/convert";
import { getCall } from "@/lib/conversion/get-call";
import { updateCall } from "@/lib/conversion/update-call";
import { eraseCaller } from "@/lib/erasure/erase-caller";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { listCalls } from "@/lib/report/list-calls";
import { FeedReader } from "@/lib/testing/call/feed-reader";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { readChangeFeed } from "./read-change-feed";

/** A conversion in a transaction that commits when it is released. */
async function held(ctx: GivenContext, id: number, revenueMinor: bigint) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const buyer = { converted: true, amountMinor: revenueMinor };
  const command = { kind: "update", mechanism: "api", buyer } as const;
  let over: Promise<void> | undefined;
  await new Promise<void>((written) => {
    over = inLocks(ctx, async (tx) => {
      await convertIn(tx, ctx, [{ call: { id }, actor: ctx.actor, command }]);
      written();
      await released;
    });
  });
  return async () => {
    release();
    await over;
  };
}

const typesOf = ({ changes }: Pick<Feed, "changes">) => changes.map(({ type, call_id }) => [type, call_id]);

describe("what is in the feed", () => {
  let ctx: GivenContext;
  beforeAll(async () => {
    ({ ctx } = await givenCompany());
  });

  test("calls, tokens, conversions, moves and erasures, each with the call as it is now", async () => {
    const call = await givenCall(ctx, { caller: "+13035550177" });
    const start = await readChangeFeed(ctx, {});
    expect(typesOf(start)).toEqual([["call.created", call.id]]);
    const { next_cursor: cursor } = start.metadata;
    await addTokens(ctx, { id: call.id }, { tokens: { zip: "80202" } });
    await updateCall(ctx, { id: call.id }, { buyer_converted: true, revenue: "12.50" });
    await updateCall(ctx, { id: call.id }, { buyer_id: ctx.otherBuyer.id });
    await updateCall(ctx, { id: call.id }, { buyer_converted: false });
    await updateCall(ctx, { id: call.id }, { buyer_converted: false });
    const { changes, calls, metadata } = await readChangeFeed(ctx, { cursor });
    expect(changes).toMatchObject([
      { type: "call.updated", call_id: call.id },
      { version: 1, buyer_converted: { from: false, to: true }, revenue: { from: "0.00", to: "12.50" } },
      { version: 2, buyer_id: { from: ctx.buyer.id, to: ctx.otherBuyer.id } },
      { version: 3, type: "conversion.changed", buyer_converted: { from: true, to: false } },
    ]);
    const { buyer_decision, offer_decision, ...now } = await getCall(ctx, { id: call.id });
    expect(calls).toEqual([{ ...now, buyer_decision: { ...buyer_decision, by: null }, offer_decision }]);
    await eraseCaller(ctx, { caller: "+13035550177" });
    const last = await readChangeFeed(ctx, { cursor: metadata.next_cursor });
    expect(typesOf(last)).toEqual([["call.erased", call.id]]);
    expect(last.calls).toMatchObject([{ id: call.id, caller: null, tokens: {} }]);
  });

  test("pages of any size read every change once, in the same order again", async () => {
    const all = await new FeedReader(ctx, 1000).drain();
    for (const size of [1, 2, 3]) expect(await new FeedReader(ctx, size).drain()).toEqual(all);
    expect(await readChangeFeed((await givenCompany()).ctx, {})).toMatchObject({ changes: [], calls: [] });
  });

  test("hides amounts from keys that may not read them, and is closed to restricted keys", async () => {
    const without = await givenApiKey(ctx, "owner", { "call.revenue": "none", "call.buyer_converted": "none" });
    const text = JSON.stringify(await readChangeFeed(without.ctx, {}));
    expect(text).toContain("conversion.changed");
    expect(text).not.toMatch(/revenue|buyer_converted|12\.50/);
    const restricted = await givenApiKey(ctx, "owner", {}, { buyerIds: [ctx.buyer.id] });
    await expect(readChangeFeed(restricted.ctx, {})).rejects.toThrow("restricted");
    const blind = await givenApiKey(ctx, "owner", { calls: "none" });
    await expect(readChangeFeed(blind.ctx, {})).rejects.toThrow("calls: read");
  });
});

describe("cursors", () => {
  test.each(["x", "MTIz", "", "-1", "🙂"])("%j is not a cursor", async (text) => {
    const { ctx } = await givenCompany();
    for (const cursor of [text || "%", Buffer.from(text).toString("base64url") || "%"])
      await expect(readChangeFeed(ctx, { cursor })).rejects.toMatchObject({ errors: { cursor: expect.any(String) } });
  });

  test("of another company, of a later state, and from before a restore start again", async () => {
    const [{ ctx }, other] = [await givenCompany(), await givenCompany()];
    await givenCall(ctx);
    const { next_cursor: cursor } = (await readChangeFeed(ctx, {})).metadata;
    await expect(readChangeFeed(other.ctx, { cursor })).rejects.toMatchObject({ code: "conflict" });
    const [epoch] = Buffer.from(cursor, "base64url").toString().split(".");
    const later = Buffer.from(`${epoch}.2`).toString("base64url");
    await expect(readChangeFeed(ctx, { cursor: later })).rejects.toMatchObject({ code: "conflict" });
    expect(await readChangeFeed(ctx, { cursor })).toMatchObject({ changes: [], metadata: { next_cursor: cursor } });
    await renewFeeds();
    await expect(readChangeFeed(ctx, { cursor })).rejects.toMatchObject({ code: "conflict" });
    expect((await readChangeFeed(ctx, {})).changes).toHaveLength(1);
  });
});

describe("what is committed late", () => {
  test("comes after what was read meanwhile, and holds up neither readers nor other conversions", async () => {
    const { ctx } = await givenCompany();
    const [early, late] = await givenCalls(ctx, [{}, {}]);
    const reader = new FeedReader(ctx, 1);
    await reader.drain();
    const release = await held(ctx, early?.id ?? 0, 700n);
    await updateCall(ctx, { id: late?.id ?? 0 }, { buyer_converted: true });
    expect((await reader.drain()).map(({ call_id }) => call_id)).toEqual([late?.id]);
    await release();
    expect(await reader.drain()).toMatchObject([{ call_id: early?.id, revenue: { from: "0.00", to: "7.00" } }]);
  });

  test("three readers end with the state of the database, whatever is written, held open or numbered at once", async () => {
    const { ctx } = await givenCompany();
    const calls = await givenCalls(
      ctx,
      Array.from({ length: 60 }, () => ({})),
    );
    const readers = [3, 20, 1000].map((size) => new FeedReader(ctx, size));
    let isOver = false;
    const reading = readers.map(async (reader) => {
      while (!isOver) {
        await reader.drain();
        await wait(5);
      }
    });
    const holding = async (place: number) => {
      for (let round = 0; round < 8; round += 1) {
        const release = await held(ctx, calls[place]?.id ?? 0, BigInt(100 + round));
        await wait(10 + 30 * (place % 4));
        await release();
      }
    };
    const writing = async (place: number) => {
      for (let round = 0; round < 25; round += 1) {
        const id = calls[8 + ((place * 7 + round * 5) % 52)]?.id ?? 0;
        await updateCall(ctx, { id }, { buyer_converted: round % 2 === 0, tokens: { round: `${place} ${round}` } });
        if (round % 5 === 0) await givenCall(ctx);
      }
    };
    await Promise.all([...[0, 1, 2, 3].map(holding), ...[0, 1, 2, 3, 4, 5, 6, 7].map(writing)]);
    isOver = true;
    await Promise.all(reading);
    const stored = await allCalls(ctx);
    const changes = await changesOf(ctx);
    for (const reader of readers) {
      await reader.drain();
      expect(reader.calls).toEqual(stored);
      expect(reader.versions.toSorted()).toEqual(changes);
      expect(reader.isInOrder).toBe(true);
    }
    const [first, ...others] = await Promise.all(readers.map(({ size }) => new FeedReader(ctx, size).drain()));
    for (const other of others) expect(other).toEqual(first);
  });
});

async function renewFeeds(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_URL });
  await client.connect();
  await client.query("select public.renew_feeds()");
  await client.end();
}

async function allCalls(ctx: Context) {
  const { calls } = await listCalls(ctx, { per_page: 200 });
  return new Map(calls.map((call) => [call.id, call]));
}

/** The change log, as call and version. */
async function changesOf({ company }: Context): Promise<string[]> {
  const rows = await readInCompanySql(
    company.id,
    (tx) => tx.$queryRaw<{ name: string }[]>`
      select call_id || ' ' || version as name from call_change where company_id = ${company.id}`,
  );
  return rows.map(({ name }) => name).toSorted();
}
