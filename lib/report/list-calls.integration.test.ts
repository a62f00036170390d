import { beforeAll, describe, expect, test } from "vitest";
import type { CallListQuery } from "@/lib/call/contract/call-list";
import { findNeighbours } from "@/lib/call/find-neighbours";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { listCalls } from "./list-calls";

async function idsOf(ctx: GivenContext, query: CallListQuery): Promise<number[]> {
  return (await listCalls(ctx, query)).calls.map(({ id }) => id);
}

async function pagesOf(ctx: GivenContext, perPage: number, between?: () => Promise<unknown>): Promise<number[][]> {
  const pages: number[][] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const { calls, next_cursor } = await listCalls(ctx, { per_page: perPage, ...(cursor && { cursor }) });
    pages.push(calls.map(({ id }) => id));
    cursor = next_cursor;
    await between?.();
  }
  return pages;
}

describe("pages", () => {
  let ctx: GivenContext;
  let newestFirst: number[];
  beforeAll(async () => {
    ({ ctx } = await givenCompany());
    // Three calls start in each second, so pages end between equal starts.
    const starts = Array.from(
      { length: 24 },
      (_, position) => new Date(Date.UTC(2026, 10, 20, 12, 0, Math.floor(position / 3))),
    );
    const calls = await givenCalls(
      ctx,
      starts.map((started_at) => ({ started_at, answered_at: undefined, ended_at: undefined })),
    );
    newestFirst = calls.map(({ id }) => id).reverse();
  });

  test.each([1, 2, 5, 7, 23, 24, 25])("of %i show every call once, newest first", async (perPage) => {
    const pages = await pagesOf(ctx, perPage);
    expect(pages.flat()).toEqual(newestFirst);
    expect(pages.every((page, position) => page.length === perPage || position === pages.length - 1)).toBe(true);
    expect(pages.at(-1)).not.toEqual([]);
  });

  test.each(["", "x", "MTIz", "0.0.0", "-1.5", "1e3.1", "%00", "🙂", "a".repeat(200)])(
    "%j is not a cursor",
    async (cursor) => {
      const refused = listCalls(ctx, { cursor: Buffer.from(cursor).toString("base64url") });
      await expect(refused).rejects.toMatchObject({ code: "invalid", errors: { cursor: expect.any(String) } });
      await expect(listCalls(ctx, { cursor })).rejects.toMatchObject({ code: "invalid" });
    },
  );

  test.each(["0.0", "99999999999999.9999999999999999"])(
    "an invented cursor of valid form continues from its position: %s",
    async (text) => {
      const { calls } = await listCalls(ctx, { cursor: Buffer.from(text).toString("base64url"), per_page: 200 });
      expect(calls.length === 0 || calls.length === 24).toBe(true);
    },
  );

  test("stepping from call to call reaches both ends of the list", async () => {
    const seen: number[] = [];
    for (let id = newestFirst[0] ?? null; id !== null; id = (await findNeighbours(ctx, id)).older) seen.push(id);
    expect(seen).toEqual(newestFirst);
    const back: number[] = [];
    for (let id = newestFirst.at(-1) ?? null; id !== null; id = (await findNeighbours(ctx, id)).newer) back.push(id);
    expect(back).toEqual(newestFirst.toReversed());
    const elsewhere = (await givenCompany()).ctx;
    expect(await findNeighbours(elsewhere, newestFirst[1] ?? 0)).toEqual({ newer: null, older: null });
  });

  test("a page does not shift when new calls arrive", async () => {
    const pages = await pagesOf(ctx, 7, () => givenCall(ctx));
    expect(pages.flat()).toEqual(newestFirst);
  });
});

describe("search", () => {
  test("finds calls by id, by uuid in either case, and by the first or last digits of the caller, in the own company only", async () => {
    const [{ ctx }, other] = [await givenCompany(), await givenCompany()];
    const call = await givenCall(ctx, { caller: "+13035550142", external_id: "CA-1" });
    const unlike = await givenCall(ctx, { caller: "+17205550199" });
    await givenCall(other.ctx, { caller: "+13035550142", external_id: "CA-1" });
    for (const q of [call.uuid, call.uuid.toUpperCase(), "+1303", "1303555", "0142", "(303) 555-0142", " 5550142 "])
      expect(await idsOf(ctx, { q }), q).toEqual([call.id]);
    expect(await idsOf(ctx, { q: String(unlike.id) })).toContain(unlike.id);
    expect(await idsOf(ctx, { external_id: "CA-1" })).toEqual([call.id]);
    for (const q of ["%", "_", "303_555", "' or 1=1", "nobody", "+999", "0142%"])
      expect(await idsOf(ctx, { q }), q).not.toContain(unlike.id);
    expect(await idsOf(other.ctx, { q: call.uuid })).toEqual([]);
  });

  test("finds nothing by caller for members who may not see callers", async () => {
    const { ctx } = await givenCompany();
    await givenCalls(ctx, [{ caller: "+13035550142", external_id: "CA-1" }, { caller: "+17205550199" }]);
    const blind = (await givenMember(ctx, "viewer", { "call.details": "none" })).ctx;
    for (const query of [{ q: "+1303" }, { external_id: "CA-1" }])
      await expect(listCalls(blind, query)).rejects.toThrow("call.details: read");
    const { calls } = await listCalls(blind, {});
    expect(calls).toHaveLength(2);
    expect(JSON.stringify(calls)).not.toMatch(/303555|720555|CA-1/);
  });
});
