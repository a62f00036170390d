import { announceSetup } from "@/lib/access/announce-setup";
import { env } from "@/lib/platform/config/env";
import { atEnd, endAll } from "@/lib/platform/server/at-end";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { assertSessionTimeZone } from "@/lib/platform/sql/assert-session-time-zone";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

/** Runs before the first request: checks that the database role is restricted, then starts the worker. */
export async function startBackgroundWork(): Promise<void> {
  // Next.js calls nothing of ours on shutdown, so the server that runs these tasks ends them itself.
  process.once("SIGTERM", () => void endAll());
  try {
    await assertServerRole();
    await assertSessionTimeZone();
    await announceSetup();
    exportHeadsRegularly();
    if (env().WORKER === "off") return;
    const runner = await startWorker();
    atEnd(() => runner.stop());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
