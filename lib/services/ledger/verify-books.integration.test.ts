import { expect, test } from "vitest";
import pg from "pg";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { updateCall } from "../call/update-call";
import { rollUp } from "./roll-up";
import { verifyBooks } from "./verify-books";

/** As a superuser of the database would: triggers off, row-level security passed by. */
async function tamper(company: number, statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_URL });
  await owner.connect();
  await owner.query("begin");
  await owner.query("alter table entry disable trigger entry_append_only");
  await owner.query("select set_company($1)", [company]);
  const { rowCount } = await owner.query(statement);
  await owner.query("alter table entry enable trigger entry_append_only");
  await owner.query("commit");
  await owner.end();
  expect(rowCount).toBe(1);
}

async function givenBooks() {
  const { ctx, call } = await givenConvertedCall({ revenue: "10.00", offer_converted: true });
  await rollUp(ctx);
  await updateCall(ctx, { id: call.id }, { buyer_converted: false });
  await rollUp(ctx);
  await updateCall(ctx, { id: call.id }, { buyer_converted: true });
  return { ctx, call };
}

test("books that nobody touched hold, also with changes pending", async () => {
  const { ctx } = await givenBooks();
  expect(await verifyBooks(ctx)).toBeNull();
});

test("an edited amount is found in the seal of its rollup", async () => {
  const { ctx, call } = await givenBooks();
  await tamper(ctx.company.id, `update entry set amount_minor = 900 where number = ${call.id} and kind = 'charge'`);
  expect(await verifyBooks(ctx)).toBe("rollup 1 has another seal than its entries");
});

test("a deleted entry is found in the seal of its rollup", async () => {
  const { ctx, call } = await givenBooks();
  await tamper(ctx.company.id, `delete from entry where number = ${call.id} and kind = 'credit'`);
  expect(await verifyBooks(ctx)).toBe("rollup 2 has another seal than its entries");
});

test("an edited balance is found", async () => {
  const { ctx } = await givenBooks();
  await tamper(
    ctx.company.id,
    `update balance set debit_minor = debit_minor + 1 where account_id = (select id from account where kind = 'revenue')
       and kind = 'charge'`,
  );
  expect(await verifyBooks(ctx)).toMatch(
    /the balance of account \d+ on 2026-11-\d\d, charge, is not what its entries add up to/,
  );
});
