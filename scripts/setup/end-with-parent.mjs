// Loaded into programs that a command runs: a killed command (kill -9) cannot end them, so they end by themselves.
import { isMainThread } from "node:worker_threads";

const LOOK_EVERY_MS = 500;
const parent = Number(process.env.CALLMARK_PARENT);

if (isMainThread && parent) {
  const look = () => process.ppid !== parent && process.kill(process.pid, "SIGTERM");
  setInterval(look, LOOK_EVERY_MS).unref();
}
