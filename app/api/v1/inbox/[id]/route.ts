import { ITEM } from "@/app/api/v1/_docs/inbox";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { InboxItemAnswer, InboxItemQuery } from "@/lib/inbox/contract";
import { getInboxItem } from "@/lib/inbox/get-inbox-item";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getInboxItem",
  policy: KEY_OR_SESSION,
  path: "/inbox/{id}",
  params: { id: numberOf("item", 31) },
  input: InboxItemQuery,
  output: InboxItemAnswer,
  statuses: [200, 404],
  docs: {
    section: "Inbox",
    title: "Retrieve an inbox item",
    about: [
      "Returns the item and the calls that might match it. Send `call` to preview what matching the item to that call would post. Requires the permission `calls: read`.",
    ],
    example: { answer: { status: 200, item: ITEM, candidates: [] } },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    ...(await getInboxItem(ctx, params.id, input)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
