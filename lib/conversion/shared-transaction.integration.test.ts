import { expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany } from "@/lib/platform/sql/in-company";
import { readBooks } from "@/lib/testing/books/read-books";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { LockedTable } from "@/lib/testing/ledger/locked-table";
import { convert } from "./convert";
import type { ConversionRequest } from "./domain/request";
import { lockCalls } from "./sql/lock-calls";
import { updateCall } from "./update-call";

const NEIGHBOURS = 12;

/** A reason so long that only the database rejects it, in the middle of the shared transaction. */
const TOO_LONG = "because ".repeat(300);

function converting(ctx: GivenContext, id: number, reason?: string): ConversionRequest {
  const command = { kind: "update", mechanism: "api", buyer: { converted: true } } as const;
  return { call: { id }, actor: ctx.actor, command, ...(reason !== undefined && { reason }) };
}

test("a request that the database rejects fails alone: the others are saved, and nothing of it is", async () => {
  const { ctx } = await givenCompany();
  const calls = await givenCalls(
    ctx,
    Array.from({ length: NEIGHBOURS }, () => ({})),
  );
  const poisoned = calls[5]?.id;
  const resolved = await Promise.allSettled(
    calls.map(({ id }) => convert(ctx, converting(ctx, id, id === poisoned ? TOO_LONG : "as agreed"))),
  );
  expect(resolved.map(({ status }) => status)).toEqual(
    calls.map(({ id }) => (id === poisoned ? "rejected" : "fulfilled")),
  );
  await rollUp(ctx);
  const books = await readBooks(ctx.company);
  expect(books.calls.filter((call) => call.buyerConverted)).toHaveLength(NEIGHBOURS - 1);
  expect(books.calls.find((call) => Number(call.id) === poisoned)).toMatchObject({ version: 0, buyerConverted: false });
  expect(books.entries).toHaveLength(NEIGHBOURS - 1);
  await expectBooksBalance(ctx);
});

test("another request for the same call is saved once, even if the failing one came first", async () => {
  const { ctx } = await givenCompany();
  const [call] = await givenCalls(ctx, [{}]);
  const id = call?.id ?? 0;
  const resolved = await Promise.allSettled([
    convert(ctx, converting(ctx, id, TOO_LONG)),
    convert(ctx, converting(ctx, id)),
    convert(ctx, converting(ctx, id)),
  ]);
  expect(resolved.map((item) => (item.status === "fulfilled" ? item.value.changed : item.status))).toEqual([
    ...["rejected", true, false],
  ]);
  await expectBooksBalance(ctx);
});

test("a rejection is an outcome and causes no retry", async () => {
  const { ctx } = await givenCompany();
  const [here, there] = await givenCalls(ctx, [{}, {}]);
  const [converted, missing] = await Promise.allSettled([
    convert(ctx, converting(ctx, here?.id ?? 0)),
    convert(ctx, converting(ctx, 999_999_999)),
    convert(ctx, converting(ctx, there?.id ?? 0)),
  ]);
  expect([converted, missing]).toMatchObject([
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "not_found" } },
  ]);
});

test("a connection that is cut during a shared transaction loses no save", async () => {
  const { ctx } = await givenCompany();
  const calls = await givenCalls(
    ctx,
    Array.from({ length: NEIGHBOURS }, () => ({})),
  );
  const table = await LockedTable.queue();
  const saving = calls.map(({ id }) => convert(ctx, converting(ctx, id)));
  await table.terminate(await table.waiting());
  await table.release();
  const outcomes = await Promise.all(saving);
  expect(outcomes.every(({ changed }) => changed)).toBe(true);
  expect((await readBooks(ctx.company)).changes).toHaveLength(NEIGHBOURS);
  await expectBooksBalance(ctx);
});

test("companies share no transaction: a blocked call in one does not delay another", async () => {
  const [held, free] = [(await givenCompany()).ctx, (await givenCompany()).ctx];
  const [[waiting], calls] = [await givenCalls(held, [{}]), await givenCalls(free, [{}, {}, {}])];
  const order: string[] = [];
  const waitingId = waiting?.id ?? 0;
  const late = await inCompany(held.company.id, async (tx) => {
    await lockCalls(tx, [waitingId], [], false);
    const saving = updateCall(held, { id: waitingId }, { buyer_converted: true }).then(() => order.push("held"));
    await Promise.all(calls.map(({ id }) => updateCall(free, { id }, { buyer_converted: true })));
    order.push("free");
    return { saving };
  });
  await late.saving;
  expect(order).toEqual(["free", "held"]);
  await Promise.all([rollUp(held), rollUp(free)]);
  await expectBooksBalance(held);
  await expectBooksBalance(free);
});

test("a request never finds a call of another company, whoever shares its batch", async () => {
  const [ours, theirs] = [(await givenCompany()).ctx, (await givenCompany()).ctx];
  const [[own], [foreign]] = [await givenCalls(ours, [{}]), await givenCalls(theirs, [{}])];
  const outcomes = await Promise.allSettled([
    convert(ours, converting(ours, foreign?.id ?? 0)),
    convert(theirs, converting(theirs, foreign?.id ?? 0)),
    convert(theirs, converting(theirs, own?.id ?? 0)),
    convert(ours, converting(ours, own?.id ?? 0)),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
});
