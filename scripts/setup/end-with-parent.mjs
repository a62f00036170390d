// Loaded into programs that a command runs: a killed command (kill -9) cannot end them, so they end by themselves.
import { isMainThread } from "node:worker_threads";

const LOOK_EVERY_MS = 500;

if (isMainThread && process.env.CALLMARK_PARENT) {
  const parent = Number(process.env.CALLMARK_PARENT);
  // Their own children inherit this preload; they have another parent.
  delete process.env.CALLMARK_PARENT;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), LOOK_EVERY_MS).unref();
}
