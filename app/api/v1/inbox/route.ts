import { InboxList, InboxQuery } from "@/lib/contracts/inbox";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listInbox } from "@/lib/services/inbox/list-inbox";

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
