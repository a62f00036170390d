import type { ErrorCode } from "@/lib/base/errors";

/** What each problem code means, and what to do. */
export const PROBLEM_MEANINGS: Readonly<Record<ErrorCode | "internal", string>> = {
  unauthenticated:
    "The credential is missing, unknown or revoked, or this route does not take its kind. Send a valid one.",
  forbidden:
    "Your key or role lacks the permission that `permission` names, or a write with a session came from another site. Ask whoever manages the company's keys.",
  not_found: "There is no such thing, or it belongs to another company: which of the two is not told.",
  method_not_allowed: "The address does not support this method. `Allow` lists those that it supports.",
  stale_version:
    "The call has moved on since the `version` you sent. The answer holds the call as it is now and what changed since. Look, then send again with the new version.",
  conflict:
    "What stands by now does not let this happen: it was done before, or something that comes first is missing. `detail` says what stands and what to do.",
  request_timeout: "A body has 30 seconds to arrive. Nothing was saved. Send it again.",
  too_large: "The body is larger than this route takes: 1 MiB, 64 KiB with a secure token, 5 MiB from a provider.",
  unsupported_media_type: "Send the body as JSON or as a form, and say so in `Content-Type`.",
  invalid: "One or more values cannot be accepted; `errors` says field by field why, and what to write.",
  too_many_requests: "Wait as long as `Retry-After` says, then try again.",
  unavailable:
    "The database is restarting or overloaded. Nothing was saved. Wait as long as `Retry-After` says, then try again.",
  outcome_unknown:
    "The connection to the database broke while it saved, and what became of it could not be found out. Read again what you changed, or send the same with the same `event_id`: it counts once.",
  internal: "A fault of ours. Try again, and name the `request_id` if it stays.",
};
