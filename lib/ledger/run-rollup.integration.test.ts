import { expect, test } from "vitest";
import { Forbidden } from "@/lib/base/errors";
import { getCall } from "@/lib/conversion/get-call";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenOneCall } from "@/lib/testing/factories/given-one-call";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { LockedTable } from "@/lib/testing/ledger/locked-table";
import { runRollup } from "./run-rollup";

const MORE_THAN_THERE_ARE_CONNECTIONS = 30;

test("many requests for a rollup that has to wait do not delay another company", async () => {
  const [ours, theirs] = [await givenOneCall(), await givenOneCall()];
  await ours.save({ buyer_converted: true });
  const table = await LockedTable.balance();
  try {
    const asked = Array.from({ length: MORE_THAN_THERE_ARE_CONNECTIONS }, () => runRollup(ours.ctx));
    await table.waiting();
    expect(await getCall(theirs.ctx, { id: theirs.id })).toMatchObject({ version: 0 });
    await table.release();
    expect(await Promise.all(asked)).toContainEqual({ changes: 1, entries: 1 });
  } finally {
    await table.release().catch(() => {});
  }
  expect((await readBooks(ours.ctx.company)).entries).toHaveLength(1);
  await expectBooksBalance(ours.ctx);
});

test("a member without permission is rejected before anything waits", async () => {
  const { ctx } = await givenOneCall();
  const member = await givenMember(ctx, "operator");
  await expect(runRollup(member.ctx)).rejects.toThrow(Forbidden);
});
