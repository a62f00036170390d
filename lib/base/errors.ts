/** Reasons to reject a request. lib/platform/http/problem.ts gives each code one HTTP status. */
export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "method_not_allowed"
  | "stale_version"
  | "conflict"
  | "invalid"
  | "request_timeout"
  | "too_large"
  | "unsupported_media_type"
  | "too_many_requests"
  | "unavailable"
  | "outcome_unknown";

/** A rejection with a sentence for a person. Nothing was saved, except possibly with `CommitUnknown`. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }

  /** Fields for programs beside the sentence, under their API names. */
  get members(): Readonly<Record<string, unknown>> {
    return {};
  }
}

/** Why a program cannot work as it is set up, with a sentence for whoever runs it. */
export class CannotStart extends Error {}

/** Field name → what is wrong and what to do. */
export type FieldErrors = Readonly<Record<string, string>>;

export class Invalid extends DomainError {
  constructor(
    readonly errors: FieldErrors,
    message = "Some values are invalid. Nothing was saved.",
  ) {
    super("invalid", message);
  }

  override get members() {
    return { errors: this.errors };
  }
}

export class NotFound extends DomainError {
  constructor(message = "Nothing was found at this address. Check the ID in the URL.") {
    super("not_found", message);
  }
}

export class Forbidden extends DomainError {
  constructor(readonly permission: string) {
    super("forbidden", `This requires the permission “${permission}”. Nothing was saved.`);
  }

  override get members() {
    return { permission: this.permission };
  }
}

export class StaleVersion extends DomainError {
  constructor(
    readonly expected: number,
    readonly current: number,
    what = "This call was",
  ) {
    super(
      "stale_version",
      `${what} changed in the meantime: you started from version ${expected}, the current version is ${current}. Nothing was saved. Review the changes and save again.`,
    );
  }
}

/** The current state does not allow the request. The sentence says why, and what to do. */
export class Conflict extends DomainError {
  constructor(message: string) {
    super("conflict", message);
  }
}

/** The database cannot be reached, or has no free connection. */
export class Unavailable extends DomainError {
  constructor(override readonly cause: unknown) {
    super("unavailable", "The database is unavailable. Nothing was saved. Try again shortly.");
  }
}

/** The answer to COMMIT was lost and the outcome could not be found. */
export class CommitUnknown extends DomainError {
  constructor(override readonly cause: unknown) {
    super(
      "outcome_unknown",
      "The database connection was lost during the save, so the result is unknown. Reload to check whether it was saved. Updates with an event_id can safely be sent again.",
    );
  }
}
