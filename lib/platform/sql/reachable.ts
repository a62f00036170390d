import { DomainError, Unavailable } from "@/lib/base/errors";
import { codesOf, messagesOf } from "./codes-of";

/**
 * SQLSTATEs: the connection broke, none was free in time, the database is starting or shutting down, or it refuses the
 * log-in.
 */
const SQL_STATES = /^(08...|53...|57P0.|28P01|28000|3D000)$/;
/** Codes of the operating system. */
const SYSTEM_CODES = /^E(CONN|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)/;
/** Prisma's codes: server unreachable, timed out or closed; no transaction or connection in time. */
const PRISMA_CODES = /^P(1001|1002|1008|1017|2024|2028|2037)$/;
/** Kinds of errors of Prisma's driver adapter that have no database error. */
const ADAPTER_KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** Messages of pg that have no code. */
const MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|not queryable|client was closed|timeout expired/i;

const UNREACHABLE = [SQL_STATES, SYSTEM_CODES, PRISMA_CODES, ADAPTER_KINDS];

/**
 * Turns errors of an unreachable database into `Unavailable`, which tells the client to retry and not to correct its
 * request.
 */
export async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    throw isUnreachable(reason) ? new Unavailable(reason) : reason;
  }
}

/** False for errors that a function has already translated. */
export function isUnreachable(reason: unknown): boolean {
  if (reason instanceof DomainError) return false;
  if (codesOf(reason).some((code) => UNREACHABLE.some((pattern) => pattern.test(code)))) return true;
  return messagesOf(reason).some((message) => MESSAGES.test(message));
}

/** A serialization failure or deadlock: everything was rolled back and may run again. */
export function isConflict(reason: unknown): boolean {
  return codesOf(reason).some((code) => /^(40001|40P01|P2034)$/.test(code));
}
