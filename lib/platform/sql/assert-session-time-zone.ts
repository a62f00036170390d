import type pg from "pg";
import { pool } from "./prisma";

/**
 * Throws unless sessions use UTC. The pool asks for it, but a pooler in between may drop what a connection asks for, and
 * times would be read and written in another zone.
 */
export async function assertSessionTimeZone(connections: pg.Pool = pool()): Promise<void> {
  const { rows } = await connections.query<{ TimeZone: string }>("show timezone");
  const zone = rows[0]?.TimeZone;
  if (zone === "UTC" || zone === "Etc/UTC") return;
  throw new Error(
    `The sessions at DATABASE_URL use the time zone ${zone}. Let the pooler set timezone=UTC, see docs/operations.md.`,
  );
}
