/** Something a person can put right: printed without a stack trace. */
export class Failure extends Error {}

/** Thrown where work was cut short because somebody asked the command to stop. */
export class Stopped extends Error {}
