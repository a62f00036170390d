import { z } from "zod";
import { route } from "@/lib/api/route";
import { RenewedAddress } from "@/lib/inbound/contract/integration";
import { renewAddress } from "@/lib/inbound/update-integration";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/sources/{id}/address",
  summary: "Give a source a new address; the one before leads nowhere at once",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: RenewedAddress,
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await renewAddress(ctx, partyId(params.id))) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
