import { Logger, parseCrontab, type Runner, run } from "graphile-worker";
import { systemClock } from "@/lib/config/clock";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { eraseOldCallsOfAll } from "@/lib/services/erasure/erase-old-calls";
import { rollUpAll } from "@/lib/services/ledger/roll-up-all";
import { SEND_HEADS, sendHeadsJob, sendHeadsOfAll } from "./send-heads-jobs";

/** Any number of servers may run it: the queue hands each due job to one of them. */
export function startWorker(): Promise<Runner> {
  const { DATABASE_URL, ROLLUP_EVERY_MINUTES } = env();
  return run({
    connectionString: DATABASE_URL,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList: {
      roll_up: () => rollUpAll(systemClock),
      send_heads_of_all: sendHeadsOfAll,
      [SEND_HEADS]: sendHeadsJob,
      erase_old_calls: () => eraseOldCallsOfAll(systemClock),
    },
    // What failed is not tried again by itself: the next minute's, or the next day's, does its work.
    parsedCronItems: parseCrontab(
      [
        `*/${ROLLUP_EVERY_MINUTES} * * * * roll_up ?max=1`,
        "* * * * * send_heads_of_all ?max=1",
        "20 3 * * * erase_old_calls ?max=1",
      ].join("\n"),
    ),
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log().warn({ source: "worker" }, message);
    }),
  });
}
