// Loaded into the server first, so that the starting command knows when it answers, and so that it ends with that
// command.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { isMainThread } from "node:worker_threads";

const ANSWERED = "http.server.response.finish";

function notify() {
  unsubscribe(ANSWERED, notify);
  process.send?.("answered");
}

if (isMainThread && process.connected) {
  subscribe(ANSWERED, notify);
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
