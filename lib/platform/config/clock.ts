/** What time it is, asked anew each time. */
export type Clock = () => Date;

/**
 * The one place that asks the system. Routes, pages, jobs and programs start from it and hand it on; everything else
 * takes the clock of its context, so that a test may let it stand still.
 */
export const systemClock: Clock = () => new Date();
