import { z } from "zod";
import { deliveryRoute } from "@/lib/api/delivery-route";
import { endpointKey } from "@/lib/api/path-parameters";
import { PROVIDER } from "@/lib/api/policies";
import { receiveProviderRequest } from "@/lib/api/receive-provider-request";
import { IntakeResult } from "@/lib/inbound/contract/ingest";
import { IntegrationProvider } from "@/lib/inbound/contract/integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = deliveryRoute({
  name: "receiveEvent",
  policy: PROVIDER,
  path: "/intake/{provider}/{source_key}",
  params: {
    provider: z.string().meta({ description: "Name of the provider.", example: "twilio" }),
    source_key: endpointKey("integration", "SOURCE_KEY"),
  },
  output: IntakeResult,
  statuses: [200, 404],
  docs: {
    section: "Integration events",
    title: "Receive a provider's webhook",
    about: [
      `For ${IntegrationProvider.options.map((name) => `\`${name}\``).join(", ")}. Paste the URL of an integration into the webhook settings of the provider. Send the provider's payload, up to 5 MiB, with the provider's own signature. A missing, wrong, or expired signature returns 401.`,
      "Events can arrive late, repeatedly, and in any order; the call ends up the same. Each event is applied and the call re-evaluated in one transaction. An event that can't be linked to a call yet waits until it can. Event types that don't report calls return 200 and are ignored. Every event appears in the integration's event log.",
    ],
    example: {
      answer: { status: 200, outcome: "applied", created: 1, updated: 0, repeated: 0, waiting: 0, refused: 0 },
    },
  },
  handle: ({ opened, request }) => receiveProviderRequest(request, opened),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
