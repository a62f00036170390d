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
  docs: {
    section: "Integration events",
    title: "Replay an event",
    about: [
      "Reads the kept body by the integration as it is now, without asking for a signature: what it says replaces what it said before. The answer is the new entry of the log.",
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
