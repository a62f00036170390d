/** A paragraph that the routes of secure tokens share. */
export const FORGIVING =
  "Made for senders that never read answers: a name that is not known is ignored and listed in `ignored`, an empty value counts as absent, and a post that has to be refused waits in the company's inbox for a person. The call is addressed by its uuid alone; a number is 404.";
