import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { asOwner } from "@/lib/testing/as-owner";
import { entriesOf } from "@/lib/testing/entries-of";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { HeldLedgers } from "@/lib/testing/ledger/held-ledgers";
import { LockedTable } from "@/lib/testing/ledger/locked-table";
import { startWorker, type Worker } from "./worker";

/** More companies than rollup runners. */
const MANY = 3;
const SOON = { timeout: 30_000, interval: 50 };

let utils: WorkerUtils;
let worker: Worker;
beforeEach(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  utils = await makeWorkerUtils({ connectionString: process.env.DATABASE_URL });
  worker = await startWorker();
});
afterEach(async () => {
  await worker.stop();
  await utils.release();
});

const rollUpAll = () => utils.addJob("roll_up", {}, { maxAttempts: 1 });
const givenMany = () => Promise.all(Array.from({ length: MANY }, () => givenConvertedCall()));
type Converted = Awaited<ReturnType<typeof givenConvertedCall>>;
const expectPosted = ({ ctx, call }: Converted) =>
  expect.poll(() => entriesOf(ctx, call.id), SOON).toEqual(["1 charge 1000"]);

/** Whether a job is done: done jobs are deleted. */
async function isDone(id: string): Promise<boolean> {
  const left = await utils.withPgClient((client) =>
    client.query("select from graphile_worker.jobs where id = $1", [id]),
  );
  return left.rows.length === 0;
}

/** Waiting jobs of a company, whenever they are due. */
async function waitingJobs({ ctx }: Converted): Promise<number> {
  const { rows } = await utils.withPgClient((client) =>
    client.query("select from graphile_worker.jobs where key = $1 and locked_at is null", [
      `roll_up_company ${ctx.company.id}`,
    ]),
  );
  return rows.length;
}

test("companies with a locked ledger delay no other company, and are posted once the lock is released", async () => {
  const [held, free] = [await givenMany(), await givenConvertedCall()];
  const ledgers = await HeldLedgers.of(...held.map(({ ctx }) => ctx));
  try {
    await rollUpAll();
    await expectPosted(free);
  } finally {
    await ledgers.release();
  }
  for (const item of held) await expectPosted(item);
});

test("running rollups delay no other job", async () => {
  const companies = await givenMany();
  const table = await LockedTable.balance();
  try {
    await rollUpAll();
    await table.waiting();
    const other = await utils.addJob("erase_old_calls", {}, { maxAttempts: 1 });
    await expect.poll(() => isDone(other.id), SOON).toBe(true);
  } finally {
    await table.release();
  }
  for (const company of companies) await expectPosted(company);
});

test("a company has at most one waiting rollup job", async () => {
  const company = await givenConvertedCall();
  const ledgers = await HeldLedgers.of(company.ctx);
  try {
    for (let times = 0; times < 5; times += 1) {
      const asked = await rollUpAll();
      await expect.poll(() => isDone(asked.id), SOON).toBe(true);
    }
    await expect.poll(() => waitingJobs(company), SOON).toBe(1);
  } finally {
    await ledgers.release();
  }
  await expectPosted(company);
  await expect.poll(() => waitingJobs(company), SOON).toBe(0);
});

test("a company whose rollup fails stops no other company", async () => {
  const [broken, other] = [await givenConvertedCall(), await givenConvertedCall()];
  await asOwner(broken.ctx.company.id, "delete from ledger_head");
  await rollUpAll();
  await expectPosted(other);
});
