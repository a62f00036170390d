import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { assertSessionTimeZone } from "@/lib/platform/sql/assert-session-time-zone";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

await work().catch(endWithReason);
process.exit(0);

async function work(): Promise<void> {
  await assertServerRole();
  await assertSessionTimeZone();
  await assertInstallationKey();
  exportHeadsRegularly();
  const runner = await startWorker();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void runner.stop());
  await runner.promise;
}
