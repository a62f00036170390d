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
      "Returns all integrations by name, and the providers that you can connect. Secrets and URLs aren't included. Requires the permission `settings: read`.",
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
    title: "Create an integration",
    about: [
      "Connects a phone system or voice agent. Paste the `url` of the response into the provider's webhook settings. If Callmark creates the secret, paste that too; if the provider issues it, send it as `secret`. Both are shown only in this response.",
      "New calls get the offer, traffic source, and buyer of the integration.",
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
