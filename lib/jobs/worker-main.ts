import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { exportHeadsRegularly } from "./export-heads-regularly";
import { startWorker } from "./worker";

await assertServerRole();
exportHeadsRegularly();
const runner = await startWorker();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void runner.stop());
await runner.promise;
process.exit(0);
