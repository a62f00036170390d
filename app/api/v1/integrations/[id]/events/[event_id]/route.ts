import { EVENT } from "@/app/api/v1/_docs/integrations";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { IntegrationEventAnswer } from "@/lib/inbound/contract/integration";
import { getEvent } from "@/lib/inbound/integration-events";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getIntegrationEvent",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}/events/{event_id}",
  params: { id: numberOf("integration", 4), event_id: numberOf("event", 88) },
  output: IntegrationEventAnswer,
  statuses: [200, 404],
  docs: {
    section: "Integration events",
    title: "Retrieve an event",
    about: [
      "Returns the event with its headers and body. For events without a valid signature, only the first 64 KiB are stored. Requires the permissions `settings: read` and `call.details: read`, and permission to read the amounts that rules take from tokens.",
    ],
    example: {
      answer: {
        status: 200,
        event: {
          ...EVENT,
          headers: {
            "content-type": "application/x-www-form-urlencoded",
            "x-twilio-signature": "dGhlIHNpZ25hdHVyZQ==",
          },
          query: "",
          payload: "CallSid=CA7781&CallStatus=completed&CallDuration=184&From=%2B13035550142",
          clipped: false,
        },
      },
    },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    event: await getEvent(ctx, params.id, params.event_id),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
