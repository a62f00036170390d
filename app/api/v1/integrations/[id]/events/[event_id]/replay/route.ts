import { EVENT, SETTINGS } from "@/app/api/v1/_docs/integrations";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ReplayedEvent } from "@/lib/inbound/contract/integration";
import { replayEvent } from "@/lib/inbound/replay-event";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "replayIntegrationEvent",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}/events/{event_id}/replay",
  params: { id: numberOf("integration", 4), event_id: numberOf("event", 88) },
  output: ReplayedEvent,
  statuses: [200, 404],
  saves: "steps",
  docs: {
    section: "Integration events",
    title: "Replay an event",
    about: [
      "Processes the stored body again with the integration's current settings. The signature isn't checked again. The facts it reports replace those it reported before. Returns the new log entry.",
      SETTINGS,
    ],
    example: { answer: { status: 200, event: { ...EVENT, id: 89, signature: "not_checked" } } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    event: await replayEvent(ctx, params.id, params.event_id),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
