import { env } from "@/lib/platform/config/env";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

/** What a server does before its first request: refuse a role that is too strong, then begin to roll up. */
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
