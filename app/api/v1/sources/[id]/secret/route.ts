import { NewSecret, RenewedSecret } from "@/lib/contracts/sources";
import { route } from "@/lib/http/route";
import { rotateSecret } from "@/lib/inbound/update-integration";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { partyId } from "@/lib/services/company/party-id";

export const POST = route({
  path: "/sources/{id}/secret",
  summary: "Give a source a new secret; the one before holds for another 24 hours",
  doors: ["api_key", "session"],
  input: NewSecret,
  output: RenewedSecret,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    ...(await rotateSecret(ctx, partyId(params.id), input)),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
