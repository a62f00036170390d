/** What the routes of secure tokens have in common. */
export const FORGIVING =
  "For senders that never read answers: unknown names are ignored and listed in `ignored`, an empty value counts as absent, and a refused update waits in the company's inbox for a person. Address the call by its UUID; its ID is answered with 404.";
