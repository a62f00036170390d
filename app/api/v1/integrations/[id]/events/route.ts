import { EVENT } from "@/app/api/v1/_docs/integrations";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { EventQuery, IntegrationEventList } from "@/lib/inbound/contract/integration";
import { listEvents } from "@/lib/inbound/integration-events";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listIntegrationEvents",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}/events",
  params: { id: numberOf("integration", 4) },
  input: EventQuery,
  output: IntegrationEventList,
  statuses: [200, 404],
  docs: {
    section: "Integration events",
    title: "List events of an integration",
    about: [
      "Returns events, newest first, with their signature check, their outcome, and the calls they updated. Requires the permission `settings: read`.",
    ],
    example: { answer: { status: 200, events: [EVENT], metadata: { next_cursor: null } } },
  },
  handle: async ({ ctx, params, input }) => {
    const { events, next_cursor } = await listEvents(ctx, params.id, input);
    return { status: 200 as const, events, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
