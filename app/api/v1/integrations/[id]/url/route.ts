import { z } from "zod";
import { route } from "@/lib/api/route";
import { RenewedUrl } from "@/lib/inbound/contract/integration";
import { renewUrl } from "@/lib/inbound/update-integration";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/integrations/{id}/url",
  summary: "Give a source a new address; the one before leads nowhere at once",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: RenewedUrl,
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await renewUrl(ctx, partyId(params.id))) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
