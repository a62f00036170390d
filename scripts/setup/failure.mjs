/** Something a person can put right: printed without a stack trace. */
export class Failure extends Error {}
