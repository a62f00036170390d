import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, parseCrontab, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { eraseOldCallsOfAll } from "@/lib/erasure/erase-old-calls";
import { expireAnswersOfAll } from "@/lib/idempotency/expire-answers";
import { deleteOldDeliveriesOfAll } from "@/lib/outbound/delete-old-deliveries";
import { Dispatcher } from "@/lib/outbound/dispatcher";
import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/log/log";
import { logOutage } from "@/lib/platform/log/log-outage";
import { sendsMail } from "@/lib/platform/mail/send-mail";
import { causeOfOutage } from "@/lib/platform/sql/cause-of-outage";
import { MAIL_CRONTAB, MAIL_TASKS } from "./mail-jobs";
import { Presence } from "./presence";
import { ROLL_UP_COMPANY, rollUpAll, rollUpCompanyJob } from "./roll-up-jobs";
import { SEND_HEADS, sendHeadsJob, sendHeadsOfAll } from "./send-heads-jobs";

export type Worker = Pick<Runner, "stop" | "promise">;

const START_AGAIN_MS = 1_000;
const LOOK_FOR_DEAD_MS = 20_000;

/**
 * Any number of servers may run a worker: the queue gives each due job to one of them. Rollups, mails and outgoing webhooks
 * have their own runners, so other jobs never wait for them, nor for a slow mail server or receiver.
 */
export async function startWorker(): Promise<Worker> {
  const presence = await Presence.open();
  await presence.releaseDead().catch(() => {});
  const looking = setInterval(() => presence.releaseDead().catch(() => {}), LOOK_FOR_DEAD_MS).unref();
  const rollups = await keepRunning(() =>
    startRunner(
      presence,
      { roll_up: rollUpAll, [ROLL_UP_COMPANY]: rollUpCompanyJob },
      `*/${env().ROLLUP_EVERY_MINUTES} * * * * roll_up ?max=1`,
    ),
  );
  const others = await keepRunning(() =>
    startRunner(
      presence,
      {
        send_heads_of_all: sendHeadsOfAll,
        [SEND_HEADS]: sendHeadsJob,
        erase_old_calls: () => eraseOldCallsOfAll(systemClock),
        expire_answers: () => expireAnswersOfAll(systemClock),
        delete_old_deliveries: () => deleteOldDeliveriesOfAll(systemClock),
      },
      [
        "* * * * * send_heads_of_all ?max=1",
        "20 3 * * * erase_old_calls ?max=1",
        "40 3 * * * expire_answers ?max=1",
        "50 3 * * * delete_old_deliveries ?max=1",
      ].join("\n"),
    ),
  );
  const mails = sendsMail() ? [await keepRunning(() => startRunner(presence, MAIL_TASKS, MAIL_CRONTAB))] : [];
  // It claims its work itself: a job for each of a thousand posts a second would cost more than the post.
  const runners = [rollups, others, ...mails, new Dispatcher(systemClock)];
  return {
    promise: Promise.all(runners.map(({ promise }) => promise)).then(() => {}),
    stop: async () => {
      clearInterval(looking);
      await Promise.all(runners.map((runner) => runner.stop()));
      await presence.close();
    },
  };
}

/**
 * A runner does not start while the database is out of reach, and ends by itself when it cannot record the outcome of a job:
 * another takes its place.
 */
async function keepRunning(startOne: () => Promise<Worker>): Promise<Worker> {
  let isStopping = false;
  let runner = await startOne().catch(noteOutage);
  const run = async () => {
    while (!isStopping) {
      await runner?.promise.catch(() => {});
      if (isStopping) return;
      await sleep(START_AGAIN_MS);
      runner = await startOne().catch(noteOutage);
    }
    await runner?.stop().catch(() => {});
  };
  const promise = run();
  return {
    promise,
    stop: async () => {
      isStopping = true;
      await runner?.stop().catch(() => {});
      await promise;
    },
  };
}

function noteOutage(reason: unknown): null {
  const cause = causeOfOutage(reason);
  if (cause === null) throw reason;
  logOutage(cause);
  return null;
}

/** Jobs of a schedule are not retried: the job of the next minute or day does the work. */
async function startRunner(presence: Presence, taskList: TaskList, crontab: string): Promise<Worker> {
  const { WORKER_DATABASE_URL, DATABASE_URL } = env();
  const events: WorkerEvents = new EventEmitter();
  const pools: string[] = [];
  events.on("pool:create", ({ workerPool }) => {
    pools.push(workerPool.id);
    void presence.hold(workerPool.id);
  });
  const runner = await run({
    connectionString: WORKER_DATABASE_URL ?? DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList,
    events,
    parsedCronItems: parseCrontab(crontab),
    logger: new Logger(() => (level, message, meta) => {
      if (level !== "error" && level !== "warning") return;
      const cause = causeOfOutage(meta?.error ?? new Error(message));
      if (cause === null) log().warn({ source: "worker" }, message);
      else logOutage(cause);
    }),
  });
  const promise = runner.promise.finally(() => Promise.all(pools.map((pool) => presence.letGo(pool))));
  return { promise, stop: () => runner.stop() };
}
