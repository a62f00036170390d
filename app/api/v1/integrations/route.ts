import { z } from "zod";
import { route } from "@/lib/api/route";
import { CreatedIntegration, IntegrationList, NewIntegration } from "@/lib/inbound/contract/integration";
import { createIntegration } from "@/lib/inbound/create-integration";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/integrations",
  summary: "List the integrations of calls",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: IntegrationList,
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await listIntegrations(ctx)) }),
});

export const POST = route({
  path: "/integrations",
  summary: "Add a source of calls: an address at which a phone system or voice agent posts",
  doors: ["api_key", "session"],
  input: NewIntegration,
  output: CreatedIntegration,
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await createIntegration(ctx, input)) }),
  location: ({ integration }) => `/api/v1/integrations/${integration.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
