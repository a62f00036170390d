import { z } from "zod";
import { route } from "@/lib/api/route";
import { SourceAnswer, SourceUpdate } from "@/lib/inbound/contract/integration";
import { describeProvider } from "@/lib/inbound/present-integration";
import { getIntegration } from "@/lib/inbound/read-integration";
import { updateIntegration } from "@/lib/inbound/update-integration";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/sources/{id}",
  summary: "A source of calls",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: SourceAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await getIntegration(ctx, partyId(params.id))) }),
});

export const PUT = route({
  path: "/sources/{id}",
  summary: "Change a source's name and parties, pause it or resume it",
  doors: ["api_key", "session"],
  input: SourceUpdate,
  output: SourceAnswer,
  handle: async ({ ctx, params, input }) => {
    const source = await updateIntegration(ctx, partyId(params.id), input);
    return { status: 200 as const, source, maker: describeProvider(source.provider) };
  },
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
