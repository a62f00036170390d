import { beforeAll, expect, test, vi } from "vitest";
import { asOwner } from "@/lib/testing/as-owner";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { givenTerms } from "@/lib/testing/statements/given-terms";
import { updateCall } from "../call/update-call";
import { listRollups } from "./list-rollups";
import { rollUp } from "./roll-up";
import { rollUpAll } from "./roll-up-all";
import { verifyBooks } from "./verify-books";

beforeAll(() => void vi.stubEnv("LOG_LEVEL", "silent"));

test("what was written beside the entries of books that lie idle is sealed once, in a link of its own", async () => {
  const { ctx } = await givenConvertedCall();
  await rollUpAll(ctx.now);
  await givenTerms(ctx, { type: "buyer", id: ctx.buyer.id }, { net_days: 45 });
  await rollUpAll(ctx.now);
  await rollUpAll(ctx.now);
  const { rollups } = await listRollups(ctx, {});
  expect(rollups.map(({ id, does, entries }) => [id, does, entries])).toEqual([
    [2, "records", 0],
    [1, "calls", 1],
  ]);
  expect(await verifyBooks(ctx)).toBeNull();
});

test("every company is rolled up, by its own clock, and one that fails stops no other and is heard of", async () => {
  const broken = await givenConvertedCall();
  const others = [await givenConvertedCall(), await givenConvertedCall()];
  await asOwner(broken.ctx.company.id, "delete from ledger_head");
  await expect(rollUpAll(broken.ctx.now)).rejects.toThrow("failed for 1 compan");
  for (const { ctx, call } of others) {
    expect(await entriesOf(ctx, call.id)).toEqual(["1 charge 1000"]);
    await expectBooksBalance(ctx);
  }
});

test("past rollups come newest first, page by page, and to those who may see them", async () => {
  const { ctx, call } = await givenConvertedCall();
  for (const buyer_converted of [false, true, false, true]) await updateCall(ctx, { id: call.id }, { buyer_converted });
  expect(await rollUp(ctx, 1)).toEqual({ changes: 5, entries: 5 });
  const ids: number[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await listRollups(ctx, { per_page: 2, ...(cursor && { cursor }) });
    ids.push(...page.rollups.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  expect(ids).toEqual([5, 4, 3, 2, 1]);
  for (const wrong of ["0", "-1", "x", "1.5", ""])
    await expect(listRollups(ctx, { cursor: wrong })).rejects.toMatchObject({ errors: { cursor: expect.any(String) } });
  const operator = (await givenMember(ctx, "operator")).ctx;
  await expect(listRollups(operator, {})).rejects.toThrow("rollups: read");
  await expect(rollUp(operator)).rejects.toThrow("rollups: update");
});
