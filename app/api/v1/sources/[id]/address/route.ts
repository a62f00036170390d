import { z } from "zod";
import { RenewedAddress } from "@/lib/contracts/sources";
import { route } from "@/lib/http/route";
import { renewAddress } from "@/lib/inbound/update-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";

export const POST = route({
  path: "/sources/{id}/address",
  summary: "Give a source a new address; the one before leads nowhere at once",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: RenewedAddress,
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await renewAddress(ctx, partyId(params.id))) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
