import { startProgram } from "./start-program.mjs";

await startProgram("verify-books.mjs");
