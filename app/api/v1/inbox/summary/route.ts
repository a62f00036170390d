import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { InboxSummary } from "@/lib/inbox/contract";
import { countOpen } from "@/lib/inbox/count-open";
import { listSilentBuyers } from "@/lib/inbox/list-silent-buyers";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getInboxSummary",
  policy: KEY_OR_SESSION,
  path: "/inbox/summary",
  output: InboxSummary,
  statuses: [200],
  docs: {
    section: "Inbox",
    title: "Retrieve an inbox summary",
    about: [
      "Returns the number of open items and the buyers whose webhook needs attention. A buyer is `silent` if it posted in the last 30 days but not in the last 7, or if its last post is at least a day and five usual gaps ago. It is `only_refused` if it posted at least three times in the last 7 days and every post was rejected. Requires the permission `calls: read`.",
    ],
    example: { answer: { status: 200, open: 1, by_reason: { locked: 1 }, silent_buyers: [] } },
  },
  handle: async ({ ctx }) => {
    const [counts, silent] = await Promise.all([countOpen(ctx), listSilentBuyers(ctx)]);
    return { status: 200 as const, ...counts, silent_buyers: silent };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
