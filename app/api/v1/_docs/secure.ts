/** What the routes of secure tokens have in common. */
export const FORGIVING =
  "This route suits systems that can't act on responses. Unknown fields are ignored and listed in `ignored`. Empty values count as absent. A request that is rejected after authentication is also kept in the company's inbox for review. Identify the call by its UUID; a numeric ID returns 404.";
