// Loaded into the server first: reports to the starting command when the server answers, and ends the server together
// with that command.
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
