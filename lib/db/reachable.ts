import { Unavailable } from "@/lib/domain/errors";

/** The connection broke, there was none to be had in time, or the database is going down or coming up. */
const SQL_STATES = /^(08|53|57P0)/;
/** Of the operating system, and of Prisma: cannot reach the server, timed out, closed; no transaction or connection in time. */
const CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);
const NO_CONNECTION_IN_TIME = /timeout exceeded when trying to connect|connection terminated/i;

/** Whoever asks while the database cannot be reached is told to come again, not that something is wrong with what they sent. */
export async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    throw isUnreachable(reason) ? new Unavailable(reason) : reason;
  }
}

export function isUnreachable(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const { code } = reason as { code?: unknown };
  if (typeof code === "string" && (CODES.has(code) || SQL_STATES.test(code))) return true;
  return NO_CONNECTION_IN_TIME.test(reason.message) || isUnreachable(reason.cause);
}
