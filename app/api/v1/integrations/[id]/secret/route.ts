import { route } from "@/lib/api/route";
import { NewSecret, RenewedSecret } from "@/lib/inbound/contract/integration";
import { rotateSecret } from "@/lib/inbound/update-integration";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/integrations/{id}/secret",
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
