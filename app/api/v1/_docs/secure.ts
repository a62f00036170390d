/** A paragraph that the routes of secure tokens share. */
export const FORGIVING =
  "Unknown fields are ignored and listed in `ignored`. Empty values count as absent. Rejected requests are kept in the company's inbox for review.";

/** What the tokens of one buyer reach. */
export const OF_A_BUYER =
  "A token of one buyer reaches only that buyer's calls: others return 404. It updates only the buyer side: `offer_converted` returns 403, as it does with the company's token if the company doesn't let its tokens update the offer side.";
