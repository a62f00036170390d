import { InboxItemAnswer, InboxItemQuery } from "@/lib/contracts/inbox";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";
import { getInboxItem } from "@/lib/services/inbox/get-inbox-item";

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
