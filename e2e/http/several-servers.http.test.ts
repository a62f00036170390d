import { makeWorkerUtils } from "graphile-worker";
import { expect, onTestFinished, test } from "vitest";
import { oneAddress } from "@/lib/testing/faults/one-address";
import { SteadyClient } from "@/lib/testing/faults/steady-client";
import { findPgBouncer, startPgBouncer } from "@/scripts/pooler/pgbouncer.mjs";
import { run, start, typeScript } from "@/scripts/setup/run.mjs";
import { bearer } from "./support/credentials";
import { demo, environment } from "./support/demo";
import { callOf, everythingOf, givenCall } from "./support/given-call";
import { ownServer } from "./support/own-server";

const CLIENTS = 8;
const UPDATES_BEFORE = 20;
const UPDATES_AFTER = 30;
const RECOVERY_MS = 10_000;
const LONG = { timeout: 300_000, interval: 100 };
const METRICS_TOKEN = "a-token-of-a-monitoring-system";

type Environment = Readonly<Record<string, string>>;

/** Each writes the exported heads of the ledgers to files of its own. */
const partOf = (name: string): Environment => ({ LEDGER_HEAD_PART: name });

function startWorker(env: Environment) {
  const worker = start(process.execPath, typeScript("lib/jobs/worker-main.ts"), {
    env: { ...env, NODE_ENV: "production", LOG_LEVEL: "silent", MIGRATION_URL: undefined },
    stdio: "ignore",
  });
  onTestFinished(worker.stop);
  return worker;
}

/** Asks the workers for a rollup now; they roll up every minute by themselves. */
async function askForRollup(): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: environment("DATABASE_URL") });
  await utils.addJob("roll_up", {}, { maxAttempts: 1 });
  await utils.release();
}

async function queueLength(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: bearer(METRICS_TOKEN) });
  return Number(/^callmark_billing_queue_length (\d+)$/m.exec(await response.text())?.[1] ?? Number.NaN);
}

async function expectNothingLostNorDoubled(env: Environment) {
  const servers = [
    await ownServer({ ...env, METRICS_TOKEN, ...partOf("first") }),
    await ownServer({ ...env, METRICS_TOKEN, ...partOf("second") }),
  ] as const;
  const workers = [startWorker({ ...env, ...partOf("third") }), startWorker({ ...env, ...partOf("fourth") })] as const;
  const { port, close } = await oneAddress(servers.map((server) => server.port));
  onTestFinished(close);
  const calls = await Promise.all(Array.from({ length: CLIENTS }, () => givenCall(demo)));
  const url = `http://127.0.0.1:${port}/api/v1/secure/${demo.secure_token}`;
  const clients = calls.map((call) => new SteadyClient(url, call));
  const running = clients.map((client) => client.run());
  const haveDone = (updates: number) => () => clients.every(({ acknowledged }) => acknowledged >= updates);

  await expect.poll(haveDone(UPDATES_BEFORE), LONG).toBe(true);
  await askForRollup();
  const before = clients.map(({ acknowledged }) => acknowledged);
  const killedAt = performance.now();
  servers[0].kill();
  workers[0].process.kill("SIGKILL");
  await askForRollup();
  // The second acknowledgement is of a request that was sent after the kill.
  const haveRecovered = () => clients.every(({ acknowledged }, place) => acknowledged >= (before[place] ?? 0) + 2);
  await expect.poll(haveRecovered, { ...LONG, interval: 10 }).toBe(true);
  expect(performance.now() - killedAt).toBeLessThan(RECOVERY_MS);
  await expect.poll(haveDone(Math.max(...before) + UPDATES_AFTER), LONG).toBe(true);
  for (const client of clients) client.stop();
  await Promise.all(running);

  const versions = await Promise.all(calls.map(async ({ id }) => (await callOf(demo, id)).version));
  expect(versions).toEqual(clients.map(({ acknowledged }) => acknowledged));

  await askForRollup();
  await expect.poll(() => queueLength(servers[1].port), LONG).toBe(0);
  const totals = await Promise.all(calls.map(async ({ id }) => (await everythingOf(demo, id)).totals));
  expect(totals.map((total) => total?.net_revenue)).toEqual(
    clients.map(({ acknowledged }) => (acknowledged % 2 === 1 ? "31.00" : "0.00")),
  );
  const { code, output } = await run(process.execPath, typeScript("scripts/verify-books.ts"), {
    capture: true,
    check: false,
  });
  expect([code, output]).toEqual([0, expect.stringContaining("the books hold")]);
  return clients.flatMap(({ failures }) => failures);
}

test("one of two servers and one of two workers are killed: nothing acknowledged is lost or doubled", async () => {
  const failures = await expectNothingLostNorDoubled({});
  // What was in flight on the killed server, and nothing else.
  expect(failures.length).toBeLessThanOrEqual(CLIENTS);
});

const program = findPgBouncer();

test.runIf(program)("the same holds behind PgBouncer in transaction mode", async () => {
  const pooler = await startPgBouncer(String(program), environment("DATABASE_URL"));
  onTestFinished(pooler.end);
  const failures = await expectNothingLostNorDoubled({
    DATABASE_URL: pooler.url,
    WORKER_DATABASE_URL: environment("DATABASE_URL"),
    DATABASE_PREPARED: pooler.keepsPrepared ? "on" : "off",
  });
  expect(failures.length).toBeLessThanOrEqual(CLIENTS);
});
