import { runProgram } from "./setup/program.mjs";

await runProgram("lib/jobs/worker-main.ts", { codeWhenStopped: 0 });
