/** Returns the current time. */
export type Clock = () => Date;

/**
 * The only use of the system clock. Routes, pages, jobs and scripts pass it on; all other code uses the clock of its
 * context, so that tests can set the time.
 */
export const systemClock: Clock = () => new Date();
