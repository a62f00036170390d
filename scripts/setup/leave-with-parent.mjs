// Loaded into the server before anything else: it ends when the command that started it is gone, however that went.
import { isMainThread } from "node:worker_threads";

const CHECK_MS = 500;
const parent = process.ppid;

if (isMainThread) {
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), CHECK_MS).unref();
}
