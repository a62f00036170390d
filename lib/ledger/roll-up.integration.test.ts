import { beforeAll, describe, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { type BookDescription, describeBooks } from "@/lib/testing/ledger/describe-books";
import { givenWaitingChanges } from "@/lib/testing/ledger/given-waiting-changes";
import { LockedTable } from "@/lib/testing/ledger/locked-table";
import { rollUp } from "./roll-up";
import { lockLedgerHead } from "./sql/ledger-head";
import { postBatch } from "./sql/post-batch";

let clean: BookDescription;
beforeAll(async () => {
  const ctx = await givenWaitingChanges();
  await rollUp(ctx);
  await expectBooksBalance(ctx);
  clean = await describeBooks(ctx);
});

async function expectCleanBooks(ctx: GivenContext): Promise<void> {
  expect(await describeBooks(ctx)).toEqual(clean);
  expect((await readBooks(ctx.company)).queue).toEqual([]);
  await expectBooksBalance(ctx);
}

test("the reference run covers every kind of entry, in several months", () => {
  const { entries } = clean;
  for (const word of ["charge", "credit", "payout", "clawback", "2026-09", "2026-10", "2026-11"])
    expect(
      entries.some((entry) => entry.includes(word)),
      word,
    ).toBe(true);
});

describe("the entries are the same as in the reference run", () => {
  test("from eight rollups at once", async () => {
    const ctx = await givenWaitingChanges();
    const posted = await Promise.all(Array.from({ length: 8 }, () => rollUp(ctx)));
    expect(posted.reduce((sum, { entries }) => sum + entries, 0)).toBe(clean.entries.length);
    await expectCleanBooks(ctx);
  });

  test("from a rollup that runs twice", async () => {
    const ctx = await givenWaitingChanges();
    await rollUp(ctx);
    expect(await rollUp(ctx)).toEqual({ changes: 0, entries: 0 });
    await expectCleanBooks(ctx);
  });

  test("one change at a time, each sealed in its own rollup", async () => {
    const ctx = await givenWaitingChanges();
    const { changes } = await rollUp(ctx, 1);
    expect((await readBooks(ctx.company)).rollups).toHaveLength(changes);
    await expectCleanBooks(ctx);
  });

  test("one change at a time, by eight at once", async () => {
    const ctx = await givenWaitingChanges();
    await Promise.all(Array.from({ length: 8 }, () => rollUp(ctx, 1)));
    await expectCleanBooks(ctx);
  });

  test("after a rollup whose connection was cut during its transaction", async () => {
    const ctx = await givenWaitingChanges();
    const table = await LockedTable.balance();
    const cut = rollUp(ctx).then(
      () => "posted",
      () => "cut",
    );
    await table.terminate(await table.waiting());
    expect(await cut).toBe("cut");
    await table.release();
    expect((await readBooks(ctx.company)).entries).toEqual([]);
    await Promise.all(Array.from({ length: 8 }, () => rollUp(ctx)));
    await expectCleanBooks(ctx);
  });

  test("after rollups that failed at each of their statements", async () => {
    const ctx = await givenWaitingChanges();
    const waiting = (await readBooks(ctx.company)).queue.length;
    let deaths = 0;
    while (await diesAt(ctx, deaths + 1)) {
      deaths += 1;
      const { entries, balances, rollups, queue, head } = await readBooks(ctx.company);
      expect([entries, balances, rollups, queue.length]).toEqual([[], [], [], waiting]);
      expect(head.rollupNumber).toBe(0n);
      expect(queue.every(({ rollupNumber }) => rollupNumber === null)).toBe(true);
    }
    expect(deaths).toBeGreaterThanOrEqual(6);
    await expectCleanBooks(ctx);
  });
});

/** Runs a batch that fails at that statement; false if the batch ends before it. */
async function diesAt(ctx: GivenContext, statement: number): Promise<boolean> {
  const death = new Error("the connection was cut");
  const posting = inCompany(ctx.company.id, async (tx) => {
    const head = await lockLedgerHead(tx);
    await postBatch(dyingAfter(tx, statement, death), head, ctx.now(), 50_000);
  });
  return posting.then(
    () => false,
    (error) => {
      if (error !== death) throw error;
      return true;
    },
  );
}

function dyingAfter(tx: Tx, statements: number, death: Error): Tx {
  let run = 0;
  const execute = async (...statement: Parameters<Tx["$executeRaw"]>) => {
    const rows = await tx.$executeRaw(...statement);
    run += 1;
    if (run === statements) throw death;
    return rows;
  };
  return Object.create(tx, { $executeRaw: { value: execute } });
}

describe("a reversal during the rollup that posts its charge", () => {
  test("waits for the next rollup, and comes after the charge", async () => {
    const { ctx } = await givenCompany();
    const { id } = await givenCall(ctx);
    await updateCall(ctx, { id }, { buyer_converted: true });
    const table = await LockedTable.balance();
    const posting = rollUp(ctx);
    await table.waiting();
    await updateCall(ctx, { id }, { buyer_converted: false });
    const other = rollUp(ctx);
    await table.release();
    await Promise.all([posting, other]);
    const { entries } = await readBooks(ctx.company);
    expect(entries.map(({ kind, rollupNumber }) => [kind, rollupNumber]).sort()).toEqual([
      ["charge", 1n],
      ["credit", 2n],
    ]);
    await expectBooksBalance(ctx);
  });

  test("a save does not wait for a running rollup", async () => {
    const { ctx } = await givenCompany();
    const { id } = await givenCall(ctx);
    await updateCall(ctx, { id }, { buyer_converted: true });
    const table = await LockedTable.balance();
    const posting = rollUp(ctx);
    await table.waiting();
    const { changed } = await updateCall(ctx, { id }, { revenue: "99" });
    expect(changed).toBe(true);
    await table.release();
    await posting;
    await expectBooksBalance(ctx);
  });

  test("converting and reversing before any rollup still posts the charge and its credit", async () => {
    const { ctx } = await givenCompany();
    const { id } = await givenCall(ctx);
    await updateCall(ctx, { id }, { buyer_converted: true });
    await updateCall(ctx, { id }, { buyer_converted: false });
    expect(await rollUp(ctx)).toEqual({ changes: 2, entries: 2 });
    await expectBooksBalance(ctx);
  });
});
