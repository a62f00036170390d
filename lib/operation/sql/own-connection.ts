import pg from "pg";
import { env } from "@/lib/platform/config/env";

/** A load balancer and a monitoring system wait a few seconds for an answer. */
const AT_MOST_MS = 2_000;

const shared = globalThis as { callmarkOperation?: pg.Pool };

/** One connection apart from those of requests, so that a busy server is neither called broken nor invisible. */
export function ownConnection(): pg.Pool {
  shared.callmarkOperation ??= open();
  return shared.callmarkOperation;
}

function open(): pg.Pool {
  const connection = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: AT_MOST_MS,
    query_timeout: AT_MOST_MS,
    allowExitOnIdle: true,
  });
  // A broken connection fails its statement; without a listener the error event would also end the process.
  connection.on("error", () => {});
  connection.on("connect", (client) => client.on("error", () => {}));
  return connection;
}
