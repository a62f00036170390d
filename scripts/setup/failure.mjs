/** An error that a person can fix: printed without a stack trace. */
export class Failure extends Error {}

/** Thrown when work was interrupted by a request to stop. */
export class Stopped extends Error {}
