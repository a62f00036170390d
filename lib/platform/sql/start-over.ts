/** Another transaction was first in a way that only a new attempt can see. Nothing was saved. */
export class StartOver extends Error {}
