import { setTimeout as sleep } from "node:timers/promises";
import { announceSetup } from "@/lib/access/announce-setup";
import { env } from "@/lib/platform/config/env";
import { logOutage } from "@/lib/platform/log/log-outage";
import { atEnd, endAll } from "@/lib/platform/server/at-end";
import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { assertSessionTimeZone } from "@/lib/platform/sql/assert-session-time-zone";
import { causeOfOutage } from "@/lib/platform/sql/cause-of-outage";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

const TRY_AGAIN_MS = 1_000;

/** Runs when a server starts: checks that the database role is restricted, then starts the worker. */
export async function startBackgroundWork(): Promise<void> {
  // Next.js calls nothing of ours on shutdown, so the server that runs these tasks ends them itself.
  process.once("SIGTERM", () => void endAll());
  try {
    await onceReachable(assertServerRole);
    await onceReachable(assertSessionTimeZone);
    await onceReachable(assertInstallationKey);
    await onceReachable(announceSetup);
    exportHeadsRegularly();
    if (env().WORKER === "off") return;
    const runner = await startWorker();
    atEnd(() => runner.stop());
  } catch (error) {
    endWithReason(error);
  }
}

/** A database that goes away while the server starts comes back; this is no reason to end. */
async function onceReachable(check: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await check();
    } catch (reason) {
      const cause = causeOfOutage(reason);
      if (cause === null) throw reason;
      logOutage(cause);
      await sleep(TRY_AGAIN_MS);
    }
  }
}
