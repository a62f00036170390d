import { createServer } from "node:http";
import next from "next";
import { pool } from "@/lib/platform/sql/prisma";
import { apiListener } from "./api-listener";
import { gracefulEnd } from "./graceful-end";
import { type RouteEntry, RouteTable } from "./route-table";

/** Time for a body is counted where it is read, and answered with a problem document; this ends what nobody reads. */
const LIMITS = { headersTimeout: 30_000, requestTimeout: 40_000, connectionsCheckingInterval: 5_000 };

/** The routes on Node's own HTTP server, and Next.js behind them for everything else, in this process. */
export async function serve(routes: readonly RouteEntry[]): Promise<void> {
  const hostname = process.env.HOST ?? "127.0.0.1";
  const port = Number(process.env.PORT ?? 3000);
  const app = next({ dev: false, hostname, port });
  await app.prepare();

  const server = createServer(LIMITS);
  const end = gracefulEnd(server);
  server.on("request", apiListener(new RouteTable(routes), app.getRequestHandler()));
  server.on("upgrade", app.getUpgradeHandler());
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= end().then(() => pool().end());
    void ended.finally(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  server.listen(port, hostname);
}
