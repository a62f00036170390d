import { startProgram } from "./start-program.mjs";

await startProgram("server.mjs");
