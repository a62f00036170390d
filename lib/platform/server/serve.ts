import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import next from "next";
import { recordRequest } from "@/lib/platform/http/record-request";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { pool } from "@/lib/platform/sql/prisma";
import { apiListener } from "./api-listener";
import { endAll } from "./at-end";
import { endWithReason } from "./end-with-reason";
import { gracefulEnd } from "./graceful-end";
import { onlyOwnHosts } from "./guard";
import { type RouteEntry, RouteTable } from "./route-table";

/**
 * Where a body is read, its time is limited with a problem document; `requestTimeout` ends bodies that nobody reads.
 */
const LIMITS = { headersTimeout: 30_000, requestTimeout: 40_000, connectionsCheckingInterval: 5_000 };
/** Longer than proxies and clients keep idle connections, so that they close first. */
const KEEP_ALIVE_MS = 65_000;
/** The command that started the server waits ten seconds for it. */
const END_AT_MOST_MS = 9_000;

/** Serves the routes on Node's own HTTP server, with Next.js behind it for everything else, in this process. */
export async function serve(routes: readonly RouteEntry[]): Promise<void> {
  // Next.js runs the same checks, but does not wait for them.
  await checkInstallation().catch(endWithReason);
  const hostname = process.env.HOST ?? "127.0.0.1";
  const port = Number(process.env.PORT ?? 3000);
  // Next.js listens for upgrade requests on the server it is given, so it gets an unused one. Nothing here is upgraded:
  // such requests are answered as usual.
  // Errors of pages are logged by instrumentation.ts, like those of routes.
  const app = next({ dev: false, quiet: true, hostname, port, httpServer: createServer() });
  await app.prepare();

  const server = createServer({ ...LIMITS, keepAliveTimeout: KEEP_ALIVE_MS });
  const end = gracefulEnd(server);
  server.on("request", onlyOwnHosts(apiListener(new RouteTable(routes), app.getRequestHandler())));
  endOn(["SIGINT", "SIGTERM"], async () => {
    await Promise.all([end(), endAll()]);
    await pool().end();
  });
  server.listen(port, hostname);
  await once(server, "listening");
  surviveFaults();
}

async function checkInstallation(): Promise<void> {
  await assertServerRole();
  await assertInstallationKey();
}

function endOn(signals: readonly NodeJS.Signals[], work: () => Promise<void>): void {
  let isEnding = false;
  const stop = () => {
    if (isEnding) return;
    isEnding = true;
    void Promise.race([work(), wait(END_AT_MOST_MS)]).finally(() => process.exit(0));
  };
  for (const signal of signals) process.on(signal, stop);
}

/** As under `next start`, an error outside a request does not end the process. */
function surviveFaults(): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (reason) => recordRequest.failure(event, "", reason));
  }
}
