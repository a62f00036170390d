import { z } from "zod";
import { route } from "@/lib/api/route";
import { IntegrationAnswer, IntegrationUpdate } from "@/lib/inbound/contract/integration";
import { describeProvider } from "@/lib/inbound/present-integration";
import { getIntegration } from "@/lib/inbound/read-integration";
import { updateIntegration } from "@/lib/inbound/update-integration";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/integrations/{id}",
  summary: "A integration of calls",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: IntegrationAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await getIntegration(ctx, partyId(params.id))) }),
});

export const PUT = route({
  path: "/integrations/{id}",
  summary: "Change a source's name and parties, pause it or resume it",
  doors: ["api_key", "session"],
  input: IntegrationUpdate,
  output: IntegrationAnswer,
  handle: async ({ ctx, params, input }) => {
    const integration = await updateIntegration(ctx, partyId(params.id), input);
    return { status: 200 as const, integration, provider: describeProvider(integration.provider) };
  },
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
