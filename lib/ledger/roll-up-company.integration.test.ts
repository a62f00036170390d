import { beforeAll, expect, test, vi } from "vitest";
import { verifyBooks } from "@/lib/proof/verify-books";
import { asOwner } from "@/lib/testing/as-owner";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { HeldLedgers } from "@/lib/testing/ledger/held-ledgers";
import { givenTerms } from "@/lib/testing/statement/given-terms";
import { companiesToRollUp } from "./companies-to-roll-up";
import { listRollups } from "./list-rollups";
import { rollUpCompany } from "./roll-up-company";

beforeAll(() => void vi.stubEnv("LOG_LEVEL", "silent"));

test("facts of an idle company are sealed once, in their own link", async () => {
  const { ctx } = await givenConvertedCall();
  const { id } = ctx.company;
  await rollUpCompany(id, ctx.now);
  await givenTerms(ctx, { type: "buyer", id: ctx.buyer.id }, { net_days: 45 });
  expect(await companiesToRollUp()).toContain(id);
  await rollUpCompany(id, ctx.now);
  expect(await companiesToRollUp()).not.toContain(id);
  await rollUpCompany(id, ctx.now);
  const { rollups } = await listRollups(ctx, {});
  expect(rollups.map(({ id, does, entries }) => [id, does, entries])).toEqual([
    [2, "records", 0],
    [1, "calls", 1],
  ]);
  expect(await verifyBooks(ctx)).toBeNull();
});

test("a company whose ledger is empty has nothing to roll up", async () => {
  const { ctx } = await givenCompany();
  expect(await companiesToRollUp()).not.toContain(ctx.company.id);
});

test("a company is rolled up by its own clock", async () => {
  const { ctx, call } = await givenConvertedCall();
  expect(await companiesToRollUp()).toContain(ctx.company.id);
  expect(await rollUpCompany(ctx.company.id, ctx.now)).toBe("done");
  expect(await entriesOf(ctx, call.id)).toEqual(["1 charge 1000"]);
  const { rollups } = await listRollups(ctx, {});
  expect(rollups).toMatchObject([{ posted_at: ctx.now().toISOString() }]);
  await expectBooksBalance(ctx);
});

test("a company without a ledger fails with a logged error", async () => {
  const { ctx } = await givenConvertedCall();
  await asOwner(ctx.company.id, "delete from ledger_head");
  await expect(rollUpCompany(ctx.company.id, ctx.now)).rejects.toThrow("has no ledger");
});

test("a locked ledger is not waited for", async () => {
  const { ctx, call } = await givenConvertedCall();
  const held = await HeldLedgers.of(ctx);
  expect(await rollUpCompany(ctx.company.id, ctx.now)).toBe("busy");
  expect(await entriesOf(ctx, call.id)).toEqual([]);
  await held.release();
  expect(await rollUpCompany(ctx.company.id, ctx.now)).toBe("done");
});
