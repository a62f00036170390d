import { expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { verifyBooks } from "@/lib/proof/verify-books";
import { dayFaults } from "@/lib/testing/books/day-faults";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { updateCall } from "../update-call";
import { moveUnbilled } from "./move-unbilled";

const CALLS = 12;
const ROUNDS = 6;

/** Corrects starts in the given order of ids; the locks must be taken in id order nevertheless. */
function correct(ctx: GivenContext, ids: readonly number[], day: string): Promise<void> {
  return inCompanySql(ctx.company.id, async (tx) => {
    await tx.$queryRaw`
      select from call where company_id = ${tx.company} and id = any(${ids}::bigint[]) order by id for update`;
    await tx.$executeRaw`
      update call set started_at = ${`${day}T12:00:00Z`}::timestamptz
      where company_id = ${tx.company} and id = any(${ids}::bigint[])`;
    await moveUnbilled(
      tx,
      ids.toReversed().map((callId) => ({ callId, serviceDate: day })),
    );
  });
}

test("many simultaneous corrections of starts, beside saves and rollups in small batches, never deadlock", async () => {
  const { ctx } = await givenCompany();
  const ids = (
    await givenCalls(
      ctx,
      Array.from({ length: CALLS }, () => ({})),
    )
  ).map(({ id }) => id);
  for (let round = 0; round < ROUNDS; round += 1) {
    const day = `2026-11-${10 + ((round * 7) % 11)}`;
    await Promise.all([
      ...ids.map((id) => updateCall(ctx, { id }, { buyer_converted: round % 2 === 0, revenue: String(round + 1) })),
      correct(ctx, ids, day),
      rollUp(ctx, 3),
      correct(ctx, ids.slice(0, CALLS / 2), day),
      rollUp(ctx, 2),
    ]);
    expect(dayFaults(await readBooks(ctx.company))).toEqual([]);
  }
  await rollUp(ctx);
  expect(dayFaults(await readBooks(ctx.company))).toEqual([]);
  expect(await verifyBooks(ctx)).toBeNull();
});
