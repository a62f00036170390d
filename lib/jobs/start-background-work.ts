import { env } from "@/lib/platform/config/env";
import { atEnd, endAll } from "@/lib/platform/server/at-end";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { keepHeadsOutside } from "./keep-heads-outside";
import { startWorker } from "./worker";

/** What a server does before its first request: refuse a role that is too strong, then begin to roll up. */
export async function startBackgroundWork(): Promise<void> {
  // Where Next.js serves alone, nobody else does what is left to do.
  process.once("SIGTERM", () => void endAll());
  try {
    await assertServerRole();
    keepHeadsOutside();
    if (env().WORKER === "off") return;
    const runner = await startWorker();
    atEnd(() => runner.stop());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
