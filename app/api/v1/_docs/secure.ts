/** A paragraph that the routes of secure tokens share. */
export const FORGIVING =
  "Unknown fields are ignored and listed in `ignored`. Empty values count as absent. Rejected requests are kept in the company's inbox for review.";
