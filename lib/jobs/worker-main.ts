import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { keepHeadsOutside } from "./keep-heads-outside";
import { startWorker } from "./worker";

await assertServerRole();
keepHeadsOutside();
const runner = await startWorker();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void runner.stop());
await runner.promise;
process.exit(0);
