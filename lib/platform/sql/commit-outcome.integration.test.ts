import { describe, expect, test } from "vitest";
import { CommitUnknown, Unavailable } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenDatabaseProxy } from "@/lib/testing/given-database-proxy";
import { inCompany, inCompanySql, readInCompany, readInCompanySql, type SqlTx } from "./in-company";
import { pool } from "./prisma";

const proxy = await givenDatabaseProxy();

const WAYS = [
  ["through Prisma", inCompany],
  ["straight to the connection", inCompanySql],
] as const;
const READING = [
  ["through Prisma", readInCompany],
  ["straight to the connection", readInCompanySql],
] as const;

const addBuyer = async (tx: SqlTx) => {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    insert into buyer (company_id, name) values (${tx.company}, 'Aspen Roofing') returning name`;
  return row?.name;
};

async function buyersOf(company: CompanyId): Promise<number> {
  await proxy.cutsAreOver();
  return inCompanySql(company, countBuyers);
}

async function countBuyers(tx: SqlTx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    select count(*) from buyer where company_id = ${tx.company} and name = 'Aspen Roofing'`;
  return Number(row?.count);
}

describe.each(WAYS)("a transaction %s whose connection breaks", (_, inTransaction) => {
  test.each(["behind_commit", "answer_lost", "after_answer"] as const)(
    "%s was committed, and returns its result",
    async (cut) => {
      const { company } = await givenCompany();
      proxy.cutNext(cut);
      expect(await inTransaction(company.id, addBuyer)).toBe("Aspen Roofing");
      expect(await buyersOf(company.id)).toBe(1);
    },
  );

  test("before COMMIT arrives was rolled back, and the error says that nothing was saved", async () => {
    const { company } = await givenCompany();
    proxy.cutNext("before_commit");
    await expect(inTransaction(company.id, addBuyer)).rejects.toThrow(Unavailable);
    expect(await buyersOf(company.id)).toBe(0);
  });

  test("together with the database has an unknown outcome", async () => {
    const { company } = await givenCompany();
    proxy.goDownWithCut();
    proxy.cutNext("answer_lost");
    const failure = await inTransaction(company.id, addBuyer).catch((reason: unknown) => reason);
    proxy.comeBack();
    expect(failure).toBeInstanceOf(CommitUnknown);
    expect(await buyersOf(company.id)).toBe(1);
  });

  test("among many others at the same time: each is found to be committed, once", async () => {
    const { company } = await givenCompany();
    const cuts = Array.from({ length: 16 }, () => "behind_commit" as const);
    proxy.cutNext(...cuts);
    const answers = await Promise.all(cuts.map(() => inTransaction(company.id, addBuyer)));
    expect(new Set(answers)).toEqual(new Set(["Aspen Roofing"]));
    expect(await buyersOf(company.id)).toBe(16);
  });
});

test("a transaction with a failed statement that nobody awaited does not return as saved", async () => {
  const { company } = await givenCompany();
  const saving = inCompanySql(company.id, async (tx) => {
    await addBuyer(tx);
    await tx.$queryRaw`select 1 / 0`.catch(() => null);
  });
  await expect(saving).rejects.toThrow("nothing was saved");
  expect(await buyersOf(company.id)).toBe(0);
});

test("a statement that fails because an earlier one failed throws the first error", async () => {
  const { company } = await givenCompany();
  const failure = inCompanySql(company.id, async (tx) => {
    const first = tx.$queryRaw`select 1 / 0`.catch(() => null);
    await tx.$queryRaw`select 1`;
    return first;
  });
  await expect(failure).rejects.toThrow("division by zero");
});

describe.each(READING)("a transaction that only reads, %s,", (_, reading) => {
  test("reads its own company, and uses no transaction id", async () => {
    const { company } = await givenCompany();
    await inCompany(company.id, addBuyer);
    const idOf = (tx: SqlTx) => tx.$queryRaw<{ xid: string | null }[]>`
      select pg_current_xact_id_if_assigned()::text as xid`;
    expect(await reading(company.id, async (tx) => [await countBuyers(tx), await idOf(tx)])).toEqual([
      ...[1, [{ xid: null }]],
    ]);
  });

  test("may not write", async () => {
    const { company } = await givenCompany();
    await expect(reading(company.id, addBuyer)).rejects.toThrow("read-only transaction");
    expect(await buyersOf(company.id)).toBe(0);
  });
});

test("no connection returns to the pool within a transaction", async () => {
  const { company } = await givenCompany();
  await Promise.all(Array.from({ length: 20 }, () => inCompanySql(company.id, countBuyers)));
  const { rows } = await pool().query(
    `select count(*)::int as open from pg_stat_activity
     where datname = current_database() and usename = current_user and state like 'idle in transaction%'`,
  );
  expect(rows).toEqual([{ open: 0 }]);
});
