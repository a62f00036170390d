import { expect, test } from "vitest";
import { createCompany } from "@/lib/company/create-company";
import { rollUp } from "@/lib/ledger/roll-up";
import { createBuyers } from "@/lib/party/create-buyers";
import { inCompany } from "@/lib/platform/sql/in-company";
import { prisma } from "@/lib/platform/sql/prisma";
import { verifyBooks } from "@/lib/proof/verify-books";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCompanySettings, updateCompanySettings } from "./company-settings";
import type { Context } from "./context";
import { AUTOMATIC } from "./domain/system-actor";

async function newCompany(): Promise<Context> {
  const company = await createCompany({ name: "Harbor Calls", currency: "USD", timeZone: "America/Denver" });
  return { company, actor: AUTOMATIC, now: () => new Date("2026-11-23T16:00:00Z") };
}

const auditOf = (ctx: Context) =>
  inCompany(ctx.company.id, (tx) =>
    tx.auditEntry.findMany({ where: { companyId: tx.company, action: "company.updated" }, orderBy: { id: "asc" } }),
  );

test("name and zone can be changed, what is absent stays, and the audit log has only what changed", async () => {
  const ctx = await newCompany();
  const renamed = await updateCompanySettings(ctx, { name: "Harbor" });
  expect(renamed).toMatchObject({ name: "Harbor", time_zone: "America/Denver", currency: "USD" });
  await updateCompanySettings(ctx, { name: "Harbor", time_zone: "Europe/Berlin" });
  await updateCompanySettings(ctx, { time_zone: "Europe/Berlin" });
  expect(await getCompanySettings(ctx)).toMatchObject({ name: "Harbor", time_zone: "Europe/Berlin" });
  expect((await auditOf(ctx)).map(({ before, after }) => [before, after])).toEqual([
    [{ name: "Harbor Calls" }, { name: "Harbor" }],
    [{ time_zone: "America/Denver" }, { time_zone: "Europe/Berlin" }],
  ]);
});

test("moving to another zone is sealed: the books hold, and posted entries keep their day", async () => {
  const { ctx } = await givenConvertedCall({ revenue: "10.00" });
  await updateCompanySettings(ctx, { time_zone: "Asia/Tokyo" });
  await rollUp(ctx);
  expect(await verifyBooks(ctx)).toBeNull();
  // By the zone in which the call was converted.
  await expectBooksBalance(ctx);
});

test("the currency can be changed until there is a party, also of two at the same time", async () => {
  const ctx = await newCompany();
  expect(await updateCompanySettings(ctx, { currency: "EUR" })).toMatchObject({
    currency: "EUR",
    currency_is_fixed: false,
  });
  const [party, move] = await Promise.allSettled([
    createBuyers(ctx, ["Birch Roofing"]),
    updateCompanySettings(ctx, { currency: "JPY" }),
  ]);
  expect(party.status).toBe("fulfilled");
  const { currency } = await getCompanySettings(ctx);
  expect(currency).toBe(move.status === "fulfilled" ? "JPY" : "EUR");
  await expect(updateCompanySettings(ctx, { currency: "GBP" })).rejects.toMatchObject({
    errors: { currency: expect.stringContaining("fixed") },
  });
  expect(await updateCompanySettings(ctx, { currency, name: "Harbor" })).toMatchObject({ currency_is_fixed: true });
  expect(await verifyBooks(ctx)).toBeNull();
});

test("the database refuses another currency for a company with parties, whatever the server asks", async () => {
  const { ctx } = await givenCompany();
  const move = inCompany(
    ctx.company.id,
    (tx) => tx.$queryRaw`select move_books(${tx.company}::bigint, 'EUR', 'UTC') is null`,
  );
  await expect(move).rejects.toThrow("fixed");
  const edit = prisma().$executeRaw`update company set time_zone = 'UTC' where id = ${ctx.company.id}`;
  await expect(edit).rejects.toThrow(/permission denied/);
});

test.each([
  ["an unknown currency", { currency: "XXY" }, "currency"],
  ["an unknown zone", { time_zone: "Mars/Olympus" }, "time_zone"],
])("%s is rejected, and nothing is saved", async (_, update, field) => {
  const ctx = await newCompany();
  await expect(updateCompanySettings(ctx, { name: "Harbor", ...update })).rejects.toMatchObject({
    errors: { [field]: expect.any(String) },
  });
  expect(await getCompanySettings(ctx)).toMatchObject({ name: "Harbor Calls" });
});

test("reading and changing need the permission", async () => {
  const { ctx } = await givenCompany();
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  const { ctx: manager } = await givenMember(ctx, "manager");
  await expect(getCompanySettings(viewer)).rejects.toMatchObject({ code: "forbidden" });
  expect(await getCompanySettings(manager)).toMatchObject({ name: ctx.company.name });
  await expect(updateCompanySettings(manager, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
});
