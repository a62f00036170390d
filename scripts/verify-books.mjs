import { runProgram } from "./setup/program.mjs";

await runProgram("scripts/verify-books.ts");
