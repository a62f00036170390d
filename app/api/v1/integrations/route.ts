import { INTEGRATION, PROVIDER, SETTINGS, URL_ONCE } from "@/app/api/v1/_docs/integrations";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CreatedIntegration, IntegrationList, NewIntegration } from "@/lib/inbound/contract/integration";
import { createIntegration } from "@/lib/inbound/create-integration";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listIntegrations",
  policy: KEY_OR_SESSION,
  path: "/integrations",
  output: IntegrationList,
  statuses: [200],
  docs: {
    section: "Integrations",
    title: "List integrations",
    about: [
      "All of them by name, and what is to know of the providers. Secrets and addresses are never answered again.",
    ],
    example: { answer: { status: 200, integrations: [INTEGRATION], providers: [PROVIDER] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await listIntegrations(ctx)) }),
});

export const POST = route({
  name: "createIntegration",
  policy: KEY_OR_SESSION,
  path: "/integrations",
  input: NewIntegration,
  output: CreatedIntegration,
  statuses: [201],
  docs: {
    section: "Integrations",
    title: "Add an integration: a URL to which a phone system or voice agent posts",
    about: [
      "The answer holds the address to paste at the provider, and the secret where it is made here: both are shown this once. Where the provider issues the secret, send it.",
      "New calls get the offer, the traffic source and the buyer of their integration.",
      SETTINGS,
    ],
    example: {
      send: { provider: "twilio", name: "Main line", offer_id: 3, traffic_source_id: 9, secret: "AUTH_TOKEN" },
      answer: { status: 201, integration: INTEGRATION, url: URL_ONCE, secret: null },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createIntegration(ctx, input)) }),
  location: ({ integration }) => `/api/v1/integrations/${integration.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
