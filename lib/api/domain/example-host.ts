/** Replaced by the reader's own host on the pages of the reference. */
export const EXAMPLE_HOST = "https://your-domain.com";
