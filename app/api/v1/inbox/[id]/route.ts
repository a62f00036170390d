import { route } from "@/lib/api/route";
import { InboxItemAnswer, InboxItemQuery } from "@/lib/inbox/contract";
import { getInboxItem } from "@/lib/inbox/get-inbox-item";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/inbox/{id}",
  summary: "One item of the inbox, and the calls it may be about",
  doors: ["api_key", "session"],
  input: InboxItemQuery,
  output: InboxItemAnswer,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    ...(await getInboxItem(ctx, partyId(params.id), input)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
