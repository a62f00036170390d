import { route } from "@/lib/api/route";
import { InboxList, InboxQuery } from "@/lib/inbox/contract";
import { listInbox } from "@/lib/inbox/list-inbox";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/inbox",
  summary: "What waits for a person",
  doors: ["api_key", "session"],
  input: InboxQuery,
  output: InboxList,
  handle: async ({ ctx, input }) => {
    const { items, next_cursor } = await listInbox(ctx, input);
    return { status: 200 as const, items, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
