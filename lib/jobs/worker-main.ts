import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { assertSessionTimeZone } from "@/lib/platform/sql/assert-session-time-zone";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

await assertServerRole();
await assertSessionTimeZone();
exportHeadsRegularly();
const runner = await startWorker();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void runner.stop());
await runner.promise;
process.exit(0);
