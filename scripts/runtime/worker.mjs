import { startProgram } from "./start-program.mjs";

await startProgram("worker.mjs");
