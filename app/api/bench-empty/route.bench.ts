/** What Next.js alone costs: the measure for the routes that do something. */
export function PUT(): Response {
  return new Response();
}
