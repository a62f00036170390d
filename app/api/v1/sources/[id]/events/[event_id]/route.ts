import { z } from "zod";
import { SourceEventAnswer } from "@/lib/contracts/sources";
import { route } from "@/lib/http/route";
import { getEvent } from "@/lib/inbound/integration-events";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/sources/{id}/events/{event_id}",
  summary: "What arrived, word for word",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: SourceEventAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    event: await getEvent(ctx, partyId(params.id), partyId(params.event_id)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
