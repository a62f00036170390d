import { ITEM } from "@/app/api/v1/_docs/inbox";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { InboxList, InboxQuery } from "@/lib/inbox/contract";
import { listInbox } from "@/lib/inbox/list-inbox";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listInbox",
  policy: KEY_OR_SESSION,
  path: "/inbox",
  input: InboxQuery,
  output: InboxList,
  statuses: [200],
  docs: {
    section: "Inbox",
    title: "List inbox items",
    about: [
      "Returns what needs a decision, newest first: posts that match no call or several, rejected posts, updates to a locked side or outside a buyer's limits, automatic conversions that no longer hold, and calls that are no longer duplicates. Each item previews what accepting it would post. Values you can't read are omitted. Requires the permission `calls: read`.",
    ],
    example: {
      send: "reason=locked&per_page=20",
      answer: { status: 200, items: [ITEM], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { items, next_cursor } = await listInbox(ctx, input);
    return { status: 200 as const, items, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
