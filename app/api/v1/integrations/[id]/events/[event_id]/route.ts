import { z } from "zod";
import { route } from "@/lib/api/route";
import { IntegrationEventAnswer } from "@/lib/inbound/contract/integration";
import { getEvent } from "@/lib/inbound/integration-events";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/integrations/{id}/events/{event_id}",
  summary: "What arrived, word for word",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: IntegrationEventAnswer,
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    event: await getEvent(ctx, partyId(params.id), partyId(params.event_id)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
