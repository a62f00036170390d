import { Logger, parseCrontab, type Runner, run, type TaskList } from "graphile-worker";
import { eraseOldCallsOfAll } from "@/lib/erasure/erase-old-calls";
import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/log/log";
import { ROLL_UP_COMPANY, rollUpAll, rollUpCompanyJob } from "./roll-up-jobs";
import { SEND_HEADS, sendHeadsJob, sendHeadsOfAll } from "./send-heads-jobs";

export type Worker = Pick<Runner, "stop" | "promise">;

/**
 * Any number of servers may run a worker: the queue gives each due job to one of them. Rollups have their own runners,
 * so other jobs never wait for them.
 */
export async function startWorker(): Promise<Worker> {
  const rollups = await startRunner(
    { roll_up: rollUpAll, [ROLL_UP_COMPANY]: rollUpCompanyJob },
    `*/${env().ROLLUP_EVERY_MINUTES} * * * * roll_up ?max=1`,
  );
  const others = await startRunner(
    {
      send_heads_of_all: sendHeadsOfAll,
      [SEND_HEADS]: sendHeadsJob,
      erase_old_calls: () => eraseOldCallsOfAll(systemClock),
    },
    ["* * * * * send_heads_of_all ?max=1", "20 3 * * * erase_old_calls ?max=1"].join("\n"),
  );
  const both = [rollups, others];
  return {
    promise: Promise.all(both.map(({ promise }) => promise)).then(() => {}),
    stop: async () => {
      await Promise.all(both.map((runner) => runner.stop()));
    },
  };
}

/** Jobs are not retried: the job of the next minute or day does the work. */
function startRunner(taskList: TaskList, crontab: string): Promise<Runner> {
  const { WORKER_DATABASE_URL, DATABASE_URL } = env();
  return run({
    connectionString: WORKER_DATABASE_URL ?? DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCrontab(crontab),
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log().warn({ source: "worker" }, message);
    }),
  });
}
