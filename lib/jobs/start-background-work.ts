import { env } from "@/lib/platform/config/env";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

/** Runs before the first request: checks that the database role is restricted, then starts the rollups. */
export async function startBackgroundWork(): Promise<void> {
  try {
    await assertServerRole();
    exportHeadsRegularly();
    if (env().WORKER === "off") return;
    const runner = await startWorker();
    process.once("SIGTERM", () => void runner.stop());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
