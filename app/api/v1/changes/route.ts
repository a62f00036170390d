import { SAMPLE_CALL, SAMPLE_FED_CHANGES } from "@/app/api/v1/_docs/calls";
import { READING_KEY } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { Feed, FeedQuery } from "@/lib/call/contract/feed";
import { readChangeFeed } from "@/lib/call/read-change-feed";
import { otherMethods } from "@/lib/platform/http/other-methods";

const { by, ...DECISION } = SAMPLE_CALL.buyer_decision;

export const GET = route({
  name: "readChangeFeed",
  policy: READING_KEY,
  path: "/changes",
  input: FeedQuery,
  output: Feed,
  statuses: [200, 409],
  docs: {
    section: "Change feed",
    title: "Read the change feed",
    about: [
      "Returns everything that happened to the company's calls, oldest first and for ever: new calls, changes of conversions, amounts, parties, and facts, and erasures. Start without a cursor, save `next_cursor` together with what you read, and send it as `cursor` the next time. While `has_more` is true, read on at once; otherwise ask again after a while.",
      "The order never changes, and nothing is inserted before what you have read, however late it was saved. Changes of one call come in order of their `version`. `calls` has each call of the page as it is now: to keep a copy, replace your rows by these. A change may be in a later page than the call that already shows it, so applying a page twice does no harm.",
      "A renamed buyer, offer, or traffic source isn't a change of its calls. A cursor from before a restored backup returns 409: empty your copy and start again. Fields and amounts that your key can't read are omitted. Requires the permission `calls: read`, with a key that isn't restricted to buyers. `docs/examples/mirror.mjs` of the source mirrors a company into SQLite in 60 lines.",
    ],
    example: {
      send: "per_page=100",
      answer: {
        status: 200,
        changes: SAMPLE_FED_CHANGES,
        calls: [{ ...SAMPLE_CALL, buyer_decision: { ...DECISION, by: null } }],
        metadata: {
          next_cursor: "OWE4ZmQ1NjAtNzE2Yi00YzFkLWE1ZjUtNWI5ZTI1YjA1YzA5LjEwNDI",
          has_more: false,
        },
      },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, ...(await readChangeFeed(ctx, input)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
