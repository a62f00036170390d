import { DomainError, Unavailable } from "@/lib/base/errors";
import { codesOf, messagesOf } from "./codes-of";

/** The connection broke, there was none to be had in time, or the database is going down or coming up. */
const SQL_STATES = /^(08...|53...|57P0.)$/;
/** The operating system's. */
const SYSTEM_CODES = /^E(CONN|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)/;
/** Prisma's: cannot reach the server, timed out, closed; no transaction or connection in time. */
const PRISMA_CODES = /^P(1001|1002|1008|1017|2024|2028|2037)$/;
/** Of Prisma's adapter, where the database had no words left. */
const ADAPTER_KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** Of pg, which gives no code to what it says itself. */
const MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|not queryable|client was closed|timeout expired/i;

const UNREACHABLE = [SQL_STATES, SYSTEM_CODES, PRISMA_CODES, ADAPTER_KINDS];

/** Whoever asks while the database cannot be reached is told to come again, not that something is wrong with what they sent. */
export async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    throw isUnreachable(reason) ? new Unavailable(reason) : reason;
  }
}

/** Not where a verb has already found its own words for it. */
export function isUnreachable(reason: unknown): boolean {
  if (reason instanceof DomainError) return false;
  if (codesOf(reason).some((code) => UNREACHABLE.some((pattern) => pattern.test(code)))) return true;
  return messagesOf(reason).some((message) => MESSAGES.test(message));
}

/** Serialization failure or deadlock: all of it was rolled back for the sake of others, and may be run again. */
export function isConflict(reason: unknown): boolean {
  return codesOf(reason).some((code) => /^(40001|40P01|P2034)$/.test(code));
}
