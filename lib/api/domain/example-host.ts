/** Stands for the reader's own host. */
export const EXAMPLE_HOST = "https://your-domain.com";
