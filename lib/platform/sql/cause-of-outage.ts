import { CommitUnknown, Unavailable } from "@/lib/base/errors";
import { codesOf, messagesOf } from "./codes-of";
import { isUnreachable } from "./reachable";

/** What the codes of an unreachable database mean, the most telling first. */
const MEANINGS: readonly (readonly [code: RegExp, meaning: string])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, "its host name is not found"],
  [/^ECONNREFUSED$/, "nothing listens at its address"],
  [/^E(HOST|NET)UNREACH$/, "its host is out of reach"],
  [/^28P01$/, "it refuses the password"],
  [/^28000$/, "it refuses the role"],
  [/^3D000$/, "it has no database of that name"],
  [/^53300$|^TooManyConnections$/, "it has no connection left"],
  [/^57P0[123]$/, "it is starting or shutting down"],
  [/^53/, "it has no room left"],
  [/^ETIMEDOUT$|^SocketTimeout$/, "it does not answer in time"],
  [/^ECONNRESET$|^EPIPE$|^08|^P1017$|^ConnectionClosed$/, "the connection broke"],
  [/^P(1008|2024|2028)$/, "no connection was free in time"],
];
/** Messages of pg that have no code. */
const NONE_FREE = /timeout exceeded when trying to connect/i;

/** Why the database is out of reach, or null for any other error. Says nothing of addresses, roles or values. */
export function causeOfOutage(reason: unknown): string | null {
  const isOutage = reason instanceof Unavailable || reason instanceof CommitUnknown;
  const cause = isOutage ? reason.cause : reason;
  if (!isOutage && !isUnreachable(reason)) return null;
  const codes = codesOf(cause);
  const meaning = MEANINGS.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1];
  if (meaning) return `${meaning} (${codes.at(-1)})`;
  return messagesOf(cause).some((message) => NONE_FREE.test(message))
    ? "no connection was free in time"
    : "the connection broke";
}
