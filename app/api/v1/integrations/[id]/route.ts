import { INTEGRATION, PROVIDER, SETTINGS } from "@/app/api/v1/_docs/integrations";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { IntegrationAnswer, IntegrationUpdate } from "@/lib/inbound/contract/integration";
import { describeProvider } from "@/lib/inbound/present-integration";
import { getIntegration } from "@/lib/inbound/read-integration";
import { updateIntegration } from "@/lib/inbound/update-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getIntegration",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}",
  params: { id: numberOf("integration", 4) },
  output: IntegrationAnswer,
  statuses: [200, 404],
  docs: {
    section: "Integrations",
    title: "Retrieve an integration",
    about: [
      "Returns the integration, its valid secrets (never their values), and its last event. Requires the permission `settings: read`.",
    ],
    example: { answer: { status: 200, integration: INTEGRATION, provider: PROVIDER } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await getIntegration(ctx, params.id)) }),
});

export const PUT = route({
  name: "updateIntegration",
  policy: KEY_OR_SESSION,
  path: "/integrations/{id}",
  params: { id: numberOf("integration", 4) },
  input: IntegrationUpdate,
  output: IntegrationAnswer,
  statuses: [200, 404],
  docs: {
    section: "Integrations",
    title: "Update an integration",
    about: [
      "Changes its name and parties, or pauses and resumes it. Omitted fields keep their values. New parties apply only to calls that are created from now on. While an integration is paused, events return 200 and are logged but not applied; replay them later if you need them.",
      SETTINGS,
    ],
    example: {
      send: { paused: true },
      answer: {
        status: 200,
        integration: { ...INTEGRATION, paused_at: "2026-11-23T11:00:00.000Z" },
        provider: PROVIDER,
      },
    },
  },
  handle: async ({ ctx, params, input }) => {
    const integration = await updateIntegration(ctx, params.id, input);
    return { status: 200 as const, integration, provider: describeProvider(integration.provider) };
  },
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
