import { afterEach, describe, test } from "vitest";
import { findApiKeys, findMemberByEmail, findMembers, findWebhookKeys, listCompanies } from "@/lib/access/sql/lookup";
import { expectProblemWithRetry } from "@/lib/testing/expect-problem";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenDatabaseProxy } from "@/lib/testing/given-database-proxy";
import { LockedTable } from "@/lib/testing/ledger/locked-table";
import { inCompany, inCompanySql, readInCompany, readInCompanySql, type SqlTx, type Tx } from "./in-company";
import { inSnapshot } from "./in-snapshot";

const proxy = await givenDatabaseProxy();
afterEach(() => proxy.comeBack());

const WRITING = [
  ["inCompany", inCompany],
  ["inCompanySql", inCompanySql],
] as const;
const READING = [
  ["readInCompany", readInCompany],
  ["readInCompanySql", readInCompanySql],
  ["inSnapshot", inSnapshot],
] as const;
const THROUGH_PRISMA = [
  ["inCompany", inCompany],
  ["readInCompany", readInCompany],
] as const;

const select = (tx: SqlTx) => tx.$queryRaw`select 1`;
const terminate = (tx: SqlTx) => tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())::text`;

async function terminateUnnoticed(tx: SqlTx): Promise<void> {
  await terminate(tx).catch(() => null);
}

async function breakUnnoticed(tx: SqlTx): Promise<void> {
  proxy.breakAll();
  await select(tx).catch(() => null);
}

describe.each([...WRITING, ...READING])("%s answers 503 with Retry-After", (_, inTransaction) => {
  test.each<[how: string, work: (tx: SqlTx) => Promise<unknown>]>([
    ["is terminated under a statement", terminate],
    ["is terminated, and only the next statement says so", (tx) => terminateUnnoticed(tx).then(() => select(tx))],
    ["breaks, and is used again", (tx) => breakUnnoticed(tx).then(() => select(tx))],
  ])("where its connection %s", async (__, work) => {
    const { company } = await givenCompany();
    const [answer] = await Promise.allSettled([inTransaction(company.id, work)]);
    expectProblemWithRetry(answer, "unavailable");
  });

  test("without a free connection", async () => {
    const { company } = await givenCompany();
    proxy.breakAll();
    proxy.goDownWithCut();
    const [answer] = await Promise.allSettled([inTransaction(company.id, select)]);
    expectProblemWithRetry(answer, "unavailable");
  });
});

test.each(WRITING)("%s answers 503 if the connection is lost only at its end", async (_, inTransaction) => {
  for (const lose of [terminateUnnoticed, breakUnnoticed]) {
    const { company } = await givenCompany();
    const [answer] = await Promise.allSettled([inTransaction(company.id, lose)]);
    expectProblemWithRetry(answer, "unavailable");
  }
});

test.each(THROUGH_PRISMA)("%s answers 503 to Prisma's errors about tables", async (_, inTransaction) => {
  const rename = (tx: Tx) => tx.buyer.updateMany({ data: { name: "Elm Roofs" } });
  for (const lose of [terminateUnnoticed, breakUnnoticed]) {
    const { company } = await givenCompany();
    const [answer] = await Promise.allSettled([
      inTransaction(company.id, async (tx) => {
        await lose(tx);
        return rename(tx);
      }),
    ]);
    expectProblemWithRetry(answer, "unavailable");
  }
});

test("a statement that is terminated while it waits for a table throws Unavailable too", async () => {
  const { company } = await givenCompany();
  const table = await LockedTable.queue();
  const counting = Promise.allSettled([
    inCompany(company.id, (tx) => tx.billingQueue.updateMany({ data: { version: 1 } })),
  ]);
  await table.terminate(await table.waiting());
  await table.release();
  const [answer] = await counting;
  expectProblemWithRetry(answer, "unavailable");
});

test.each([
  ["keys", () => findApiKeys([new Uint8Array(32)])],
  ["addresses", () => findWebhookKeys([new Uint8Array(32)])],
  ["members", () => findMembers([1])],
  ["members by their address", () => findMemberByEmail("ada@acme.test")],
  ["companies", listCompanies],
])("looking up %s without a connection throws Unavailable too", async (_, lookUp) => {
  await givenCompany();
  proxy.breakAll();
  proxy.goDownWithCut();
  const [answer] = await Promise.allSettled([lookUp()]);
  expectProblemWithRetry(answer, "unavailable");
});
