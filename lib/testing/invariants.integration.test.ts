import { beforeAll, describe, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { type Books, readBooks } from "./books/read-books";
import { givenCall } from "./factories/given-call";
import { type GivenContext, givenCompany } from "./factories/given-company";
import { expectBooksBalance, faultsOf } from "./invariants";

/** Books with charges, payouts, moves and reversals, the last of them not rolled up. */
async function givenMovedBooks(): Promise<{ ctx: GivenContext; books: Books }> {
  const { ctx, otherBuyer, clock } = await givenCompany();
  const { id } = await givenCall(ctx);
  const { id: other } = await givenCall(ctx);
  const steps = [
    { buyer_converted: true, offer_converted: true },
    { buyer_id: otherBuyer.id, revenue: "20" },
    { offer_converted: false },
  ];
  for (const step of steps) {
    clock.advance({ minutes: 5 });
    await updateCall(ctx, { id }, step);
    await expectBooksBalance(ctx);
    await rollUp(ctx);
    await expectBooksBalance(ctx);
  }
  await updateCall(ctx, { id: other }, { buyer_converted: true });
  await updateCall(ctx, { id: other }, { buyer_converted: false });
  return { ctx, books: await readBooks(ctx.company) };
}

test("the books balance after every step, rolled up or not", async () => {
  const { ctx } = await givenMovedBooks();
  await expectBooksBalance(ctx);
  await rollUp(ctx);
  await expectBooksBalance(ctx);
});

describe("tampering with the books is found", () => {
  let books: Books;
  beforeAll(async () => {
    books = (await givenMovedBooks()).books;
  });

  const first = <Row>(rows: readonly Row[], other: Partial<Row>) =>
    rows.map((row, position) => (position === 0 ? { ...row, ...other } : row));

  const forgeries: [what: string, forge: (books: Books) => Partial<Books>][] = [
    ["a call whose amount nobody changed", ({ calls }) => ({ calls: first(calls, { revenueMinor: 1n }) })],
    ["a call whose party moved on its own", ({ calls }) => ({ calls: first(calls, { buyerId: 0n }) })],
    ["a call that forgot a version", ({ calls }) => ({ calls: first(calls, { version: 1 }) })],
    ["a call with another standing charge", ({ calls }) => ({ calls: first(calls, { chargeVersion: null }) })],
    ["a change that is gone", ({ changes }) => ({ changes: changes.slice(1) })],
    ["a change that opens another amount", ({ changes }) => ({ changes: first(changes, { chargeMinor: 7n }) })],
    ["a change that closes something else", ({ changes }) => ({ changes: first(changes, { closesPayout: 0 }) })],
    ["an entry of another amount", ({ entries }) => ({ entries: first(entries, { amountMinor: 7n }) })],
    ["an entry that is gone", ({ entries }) => ({ entries: entries.slice(1) })],
    ["an entry of another month", ({ entries }) => ({ entries: first(entries, { bookedOn: new Date("2026-12-01") }) })],
    [
      "an entry of another day",
      ({ entries }) => ({ entries: first(entries, { serviceDate: new Date("2026-10-01") }) }),
    ],
    ["a change that waits with another day", ({ queue }) => ({ queue: first(queue, { serviceDate: new Date(0) }) })],
    [
      "an offset that came twice",
      ({ entries }) => ({
        entries: entries.flatMap((row) => (row.kind === "credit" ? [row, { ...row, version: 9 }] : [row])),
      }),
    ],
    ["a change that waits for nothing", ({ queue }) => ({ queue: first(queue, { version: 9 }) })],
    ["a change that nobody will post", () => ({ queue: [] })],
    ["a balance that drifted", ({ balances }) => ({ balances: balances.slice(1) })],
    ["a rollup with another seal", ({ rollups }) => ({ rollups: first(rollups, { digest: new Uint8Array(32) }) })],
    ["a rollup that is gone", ({ rollups }) => ({ rollups: rollups.slice(1) })],
    ["a head that is behind", ({ head }) => ({ head: { ...head, rollupNumber: 1n } })],
  ];

  test("the untouched books have no faults", () => expect(faultsOf(books)).toEqual([]));
  test.each(forgeries)("%s", (_, forge) => {
    expect(faultsOf({ ...books, ...forge(books) })).not.toEqual([]);
  });
});
