import { z } from "zod";
import { endpointKey } from "@/lib/api/path-parameters";
import { PROVIDER } from "@/lib/api/policies";
import { receiveProviderRequest } from "@/lib/api/receive-provider-request";
import { route } from "@/lib/api/route";
import { IntakeResult } from "@/lib/inbound/contract/ingest";
import { IntegrationProvider } from "@/lib/inbound/contract/integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "receiveEvent",
  policy: PROVIDER,
  path: "/intake/{provider}/{source_key}",
  params: {
    provider: z.string().meta({ description: "The provider.", example: "twilio" }),
    source_key: endpointKey("integration", "SOURCE_KEY"),
  },
  output: IntakeResult,
  statuses: [200, 404],
  docs: {
    section: "Integration events",
    title: "Receive events from a phone system or voice agent",
    about: [
      `For ${IntegrationProvider.options.map((name) => `\`${name}\``).join(", ")}: paste the URL of an integration where the provider asks for a webhook. The body, up to 5 MiB, is what the provider posts, and is checked word for word by the provider's own signature: 401 where it is missing, wrong or too old.`,
      "Events may come in any order, late and as often as the provider likes: a call's facts are the same in the end, and it is decided by them in the same transaction. What a call cannot be made of yet waits. Kinds of events that say nothing of calls are answered 200 and ignored. Whatever becomes of a delivery, it is in the integration's log of events.",
    ],
    example: {
      answer: { status: 200, outcome: "applied", created: 1, updated: 0, repeated: 0, waiting: 0, refused: 0 },
    },
  },
  handle: ({ opened, request }) => receiveProviderRequest(request, opened),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
