/** A route without work: the baseline for the cost of Next.js. */
export function PUT(): Response {
  return new Response();
}
