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
    title: "Get inbox counts, and buyers whose webhooks stopped",
    about: [
      "Buyers are pointed out whose address received posts in the last 30 days and none for 7, or none for five times the usual gap and at least a day; and those of whom everything was refused this week.",
    ],
    example: { answer: { status: 200, open: 1, by_reason: { locked: 1 }, silent_buyers: [] } },
  },
  handle: async ({ ctx }) => {
    const [counts, silent] = await Promise.all([countOpen(ctx), listSilentBuyers(ctx)]);
    return { status: 200 as const, ...counts, silent_buyers: silent };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
