import { Logger, parseCrontab, type Runner, run } from "graphile-worker";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { rollUpAll } from "@/lib/services/ledger/roll-up-all";

/** Any number of servers may run it: the queue hands each due job to one of them. */
export function startWorker(): Promise<Runner> {
  const { DATABASE_URL, ROLLUP_EVERY_MINUTES } = env();
  return run({
    connectionString: DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList: { roll_up: () => rollUpAll() },
    // A rollup that failed is not tried again by itself: the next minute's does its work.
    parsedCronItems: parseCrontab(`*/${ROLLUP_EVERY_MINUTES} * * * * roll_up ?max=1`),
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log().warn({ source: "worker" }, message);
    }),
  });
}
