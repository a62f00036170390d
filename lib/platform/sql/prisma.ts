import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/platform/config/env";
import { PrismaClient } from "./generated/client";
import { TurnSocket } from "./turn-socket";

type Database = { readonly pool: pg.Pool; readonly client: PrismaClient };

const shared = globalThis as { callmarkPrisma?: Database };

/** One client and one pool per process, even if several bundles load this file. */
export function prisma(): PrismaClient {
  return database().client;
}

/** How long to wait for a connection, in milliseconds. */
export const waitAtMostMs = () => env().DATABASE_WAIT_SECONDS * 1000;

/** The pool that Prisma uses too. */
export function pool(): pg.Pool {
  return database().pool;
}

function database(): Database {
  shared.callmarkPrisma ??= open();
  return shared.callmarkPrisma;
}

function open(): Database {
  const { DATABASE_URL, DATABASE_POOL } = env();
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL,
    connectionTimeoutMillis: waitAtMostMs(),
    pipeline: true,
    stream: () => new TurnSocket(),
    // Prisma reads and writes times without a zone, so sessions use UTC whatever the server's zone.
    options: "-c timezone=UTC",
  });
  // A broken connection fails its statement; without a listener the error event would also end the process.
  pool.on("connect", (connection) => connection.on("error", () => {}));
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) }) };
}
