import type { ErrorCode } from "@/lib/base/errors";

/** What each problem code means, and what to do. */
export const PROBLEM_MEANINGS: Readonly<Record<ErrorCode | "internal", string>> = {
  unauthenticated:
    "The credential is missing, unknown, or revoked, or this route doesn't accept this kind of credential. Send a valid one.",
  forbidden:
    "Your key or role lacks the permission named in `permission`, or your key is restricted to other addresses or to the calls of some buyers: `detail` says which. Ask whoever manages the company's keys. A write with a session cookie from another site is also forbidden; use an API key instead.",
  not_found: "The resource doesn't exist, or it belongs to another company. Check the ID and the credential.",
  method_not_allowed: "This URL doesn't support the method. The `Allow` header lists the methods it supports.",
  stale_version:
    "The call changed after the `version` you sent. The response contains the current call and the changes since then. Review them, then send the request again with the new version.",
  conflict:
    "The request conflicts with the current state: somebody else already did it or saved first, or an earlier step is missing. `detail` says what is in the way and what to do.",
  request_timeout: "The body took longer than 30 seconds to arrive. Nothing was saved. Send the request again.",
  too_large:
    "The body is too large. The limit is 1 MiB, 64 KiB with a secure token (1 MiB for transcripts), and 5 MiB from a provider. Split the request.",
  unsupported_media_type: "Send the body as JSON or as a form, uncompressed, and set `Content-Type` to match.",
  invalid: "One or more values are invalid. `errors` lists each field with the reason and what to send instead.",
  too_many_requests: "You've sent too many requests. Wait for the number of seconds in `Retry-After`, then try again.",
  unavailable:
    "The database is restarting or overloaded. Nothing was saved. Wait for the number of seconds in `Retry-After`, then try again.",
  outcome_unknown:
    "The database connection was lost during the save, so we don't know whether it succeeded. Read the resource to find out. If the update had an `event_id`, send it again unchanged: it counts once.",
  internal:
    "Something went wrong on our side. Check whether the change was saved, then try again. If it keeps failing, contact support with the `request_id`.",
};
