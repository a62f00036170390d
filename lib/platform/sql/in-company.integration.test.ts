import { expect, test } from "vitest";
import { createApiKeys } from "@/lib/access/create-api-keys";
import { credentialHash } from "@/lib/access/credential-hash";
import { findApiKeys } from "@/lib/access/sql/lookup";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { inCompany, type Tx } from "./in-company";
import { prisma } from "./prisma";

const speaksFor = async (tx: Tx) => {
  const [row] = await tx.$queryRaw<{ company: bigint }[]>`select current_company() as company`;
  return [tx.company, Number(row?.company)];
};

test("a transaction sees its own company until its end, also beside transactions of others", async () => {
  const [one, other] = [(await givenCompany()).company.id, (await givenCompany()).company.id];
  const sent = await inCompany(one, async (tx) => {
    const inBetween = await inCompany(other, speaksFor);
    return [await speaksFor(tx), inBetween];
  });
  expect(sent).toEqual([
    [one, one],
    [other, other],
  ]);
});

test("simultaneous inserts of several companies get their own company", async () => {
  const companies = await Promise.all(Array.from({ length: 8 }, () => givenCompany()));
  const keys = await Promise.all(companies.map(({ ctx }) => createApiKeys(ctx, [{ name: "Key", role: "owner" }])));
  const actual = await findApiKeys(keys.flat().map(({ secret }) => credentialHash(secret)));
  expect(actual.map((item) => item?.company.id)).toEqual(companies.map(({ company }) => company.id));
});

test("a connection keeps no company after its transaction", async () => {
  const { company } = await givenCompany();
  await inCompany(company.id, speaksFor);
  await expect(inCompany(company.id, () => Promise.reject(new Error("given up")))).rejects.toThrow("given up");
  const left = await Promise.all(
    Array.from(
      { length: 10 },
      () => prisma().$queryRaw<{ company: bigint | null }[]>`select current_company() as company`,
    ),
  );
  expect(new Set(left.map(([row]) => row?.company))).toEqual(new Set([null]));
});
