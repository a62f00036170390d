import { beforeEach, describe, expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { closePeriod } from "@/lib/period/close-period";
import { WARNINGS } from "@/lib/period/domain/warning";
import { getPeriod } from "@/lib/period/get-period";
import { verifyBooks } from "@/lib/proof/verify-books";
import { getBilling } from "@/lib/report/get-billing";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { type GivenReportedCall, givenReportedCall } from "@/lib/testing/factories/given-reported-call";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { LockedTable } from "@/lib/testing/ledger/locked-table";
import { rollUp } from "./roll-up";

const NOVEMBER = new Date("2026-11-01T18:00:00Z");
const OCTOBER = new Date("2026-10-31T18:00:00Z");
const CONVERTED = { buyer_converted: true, offer_converted: true };
const REVERSED = { buyer_converted: false, offer_converted: false };

let ctx: GivenContext;
let call: GivenReportedCall;
beforeEach(async () => {
  ({ ctx } = await givenCompany({ timeZone: "America/Denver" }));
  call = await givenReportedCall(ctx, NOVEMBER);
});

/** Version, kind, service day and booking day. */
async function posted(): Promise<string[]> {
  const { entries } = await getBilling(ctx, { id: call.id });
  return entries.map(
    ({ change_version, kind, service_date, booked_on, correction }) =>
      `${change_version} ${kind} of ${service_date} on ${booked_on}${correction ? ", correction" : ""}`,
  );
}

/** Converts another call in October, so that the month has entries and can be closed. */
async function closeOctober() {
  await givenConvertedCall({ ctx, call: { started_at: OCTOBER } });
  return closePeriod(ctx, { month: "2026-10", acknowledge: WARNINGS });
}

async function expectBooks(): Promise<void> {
  await expectBooksBalance(ctx);
  expect(await verifyBooks(ctx)).toBeNull();
}

async function whileLocked(locking: Promise<LockedTable>, work: (table: LockedTable) => Promise<void>): Promise<void> {
  const table = await locking;
  try {
    await work(table);
  } finally {
    await table.release().catch(() => {});
  }
}

describe("a start that is corrected before the rollup", () => {
  test("bills the day and month of the corrected start", async () => {
    await call.save(CONVERTED);
    await call.correctStart(OCTOBER);
    await expectBooks();
    expect(await getPeriod(ctx, "2026-10")).toMatchObject({ waiting: 1 });
    await rollUp(ctx);
    expect(await posted()).toEqual(["1 charge of 2026-10-31 on 2026-10-31", "1 payout of 2026-10-31 on 2026-10-31"]);
    await expectBooks();
  });

  test("moves an offset together with what it offsets", async () => {
    await call.save({ buyer_converted: true });
    await call.save({ buyer_converted: false });
    await call.correctStart(OCTOBER);
    await rollUp(ctx);
    expect(await posted()).toEqual(["1 charge of 2026-10-31 on 2026-10-31", "2 credit of 2026-10-31 on 2026-10-31"]);
    await expectBooks();
  });

  test("moves it with each correction, and not if the day stays the same", async () => {
    await call.save({ buyer_converted: true });
    await call.correctStart(new Date("2026-11-01T17:00:00Z"));
    expect((await readBooks(ctx.company)).moves).toEqual([]);
    await call.correctStart(OCTOBER);
    await call.correctStart(new Date("2026-10-30T18:00:00Z"));
    await rollUp(ctx);
    expect(await posted()).toEqual(["1 charge of 2026-10-30 on 2026-10-30"]);
    await expectBooks();
  });

  test("in a month that was closed in the meantime becomes a correction", async () => {
    await closeOctober();
    await call.save({ buyer_converted: true });
    await call.correctStart(OCTOBER);
    await call.save({ buyer_converted: false });
    await rollUp(ctx);
    expect(await posted()).toEqual([
      "1 charge of 2026-10-31 on 2026-11-01, correction",
      "2 credit of 2026-10-31 on 2026-11-01, correction",
    ]);
    await expectBooks();
  });

  test("is billed in its month before that month is closed", async () => {
    await call.save({ buyer_converted: true });
    await call.correctStart(OCTOBER);
    expect(await closeOctober()).toMatchObject({ state: "closed", entries: 2, revenue: "20.00" });
    expect(await posted()).toEqual(["1 charge of 2026-10-31 on 2026-10-31"]);
    await expectBooks();
  });
});

describe("a start that is corrected after the rollup", () => {
  test("moves no posted entry: its offset has the old day, a new charge the new day", async () => {
    await call.save(CONVERTED);
    await rollUp(ctx);
    await call.correctStart(OCTOBER);
    await call.save({ revenue: "12.00" });
    await call.save({ offer_converted: false });
    await rollUp(ctx);
    expect(await posted()).toEqual([
      "1 charge of 2026-11-01 on 2026-11-01",
      "1 payout of 2026-11-01 on 2026-11-01",
      "2 charge of 2026-10-31 on 2026-10-31",
      "2 credit of 2026-11-01 on 2026-11-01",
      "3 clawback of 2026-11-01 on 2026-11-01",
    ]);
    await expectBooks();
  });

  test("is offset in its own month even if the month of the corrected start is closed", async () => {
    await call.save(CONVERTED);
    await rollUp(ctx);
    await closeOctober();
    await call.correctStart(OCTOBER);
    await call.save(REVERSED);
    await rollUp(ctx);
    expect(await posted()).toEqual([
      "1 charge of 2026-11-01 on 2026-11-01",
      "1 payout of 2026-11-01 on 2026-11-01",
      "2 credit of 2026-11-01 on 2026-11-01",
      "2 clawback of 2026-11-01 on 2026-11-01",
    ]);
    await expectBooks();
  });

  test("moves its cap usage to the window of the corrected start, posted or not", async () => {
    await givenCap(ctx, { span: "month" });
    await givenCap(ctx, { span: "month", measure: "revenue", limit: "90" });
    await call.save({ buyer_converted: true });
    await rollUp(ctx);
    await call.correctStart(OCTOBER);
    const used = (await readBooks(ctx.company)).capUsage.map(
      ({ windowStart, used }) => `${used} from ${windowStart.toISOString().slice(0, 10)}`,
    );
    expect(used.sort()).toEqual([
      "0 from 2026-11-01",
      "0 from 2026-11-01",
      "1 from 2026-10-01",
      "1000 from 2026-10-01",
    ]);
    await expectBooks();
  });
});

describe("a start that is corrected while a rollup runs", () => {
  test("waits for the rollup and moves nothing of what it posted", async () => {
    await call.save({ buyer_converted: true });
    await whileLocked(LockedTable.balance(), async (table) => {
      const rolling = rollUp(ctx);
      await table.waiting();
      const correcting = call.correctStart(OCTOBER);
      await table.secondWaiting();
      await table.release();
      await Promise.all([rolling, correcting]);
    });
    expect(await posted()).toEqual(["1 charge of 2026-11-01 on 2026-11-01"]);
    await expectBooks();
  });

  test("moves what the rollup had claimed if the rollup fails", async () => {
    await call.save({ buyer_converted: true });
    await whileLocked(LockedTable.balance(), async (table) => {
      const died = expect(rollUp(ctx)).rejects.toThrow();
      const pid = await table.waiting();
      const correcting = call.correctStart(OCTOBER);
      await table.secondWaiting();
      await table.terminate(pid);
      await Promise.all([died, correcting]);
    });
    await rollUp(ctx);
    expect(await posted()).toEqual(["1 charge of 2026-10-31 on 2026-10-31"]);
    await expectBooks();
  });

  test("does not wait if nothing of its call is pending", async () => {
    await whileLocked(LockedTable.head(), () => call.correctStart(OCTOBER));
    expect(await getCall(ctx, { id: call.id })).toMatchObject({ started_at: OCTOBER.toISOString() });
  });

  test("many times, with saves in between, leaves valid books", async () => {
    for (let hour = 17; hour > 0; hour -= 1) {
      await Promise.all([
        call.save({ buyer_converted: hour % 2 === 0, revenue: String(hour) }),
        call.correctStart(new Date(NOVEMBER.getTime() - (18 - hour) * 10 * 3_600_000)),
        rollUp(ctx),
        rollUp(ctx),
      ]);
    }
    await rollUp(ctx);
    await expectBooks();
  });
});
