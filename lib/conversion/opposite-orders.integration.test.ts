import { expect, test } from "vitest";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { lockCalls } from "./sql/lock-calls";

const CALLS = 80;
const ROUNDS = 60;

/** Runs both batches many times, so that one starts while the other is locking. */
async function lockInOppositeOrders(ctx: GivenContext): Promise<number> {
  const calls = await givenCalls(
    ctx,
    Array.from({ length: CALLS }, () => ({})),
  );
  const ids = calls.map(({ id }) => id);
  const uuids = calls.map(({ uuid }) => uuid);
  const batches: [number[], string[]][] = [
    [ids, []],
    [ids.toReversed(), []],
    [[], uuids],
    [ids.toReversed().slice(CALLS / 2), uuids.toReversed()],
  ];
  const locked = batches.map(async ([byId, byUuid]) => {
    let count = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const rows = await inCompanySql(ctx.company.id, (tx) => lockCalls(tx, byId, byUuid, false));
      expect(rows.map(({ state }) => state.id)).toEqual(ids);
      count += rows.length;
    }
    return count;
  });
  return (await Promise.all(locked)).reduce((sum, count) => sum + count, 0);
}

test("batches that name the same calls in opposite orders lock them in one order, whatever plan the database chooses", async () => {
  const { ctx } = await givenCompany();
  expect(await lockInOppositeOrders(ctx)).toBe(4 * ROUNDS * CALLS);
  await asOwner(ctx.company.id, "analyze call");
  expect(await lockInOppositeOrders(ctx)).toBe(4 * ROUNDS * CALLS);
});
