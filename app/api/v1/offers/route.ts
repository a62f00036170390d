import { route } from "@/lib/api/route";
import { CreatedOffer, NewParty, OfferList, PartySearch } from "@/lib/party/contract";
import { createOffer } from "@/lib/party/create-offers";
import { findOffers } from "@/lib/party/find-parties";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/offers",
  summary: "Find offers by name",
  doors: ["api_key", "session"],
  input: PartySearch,
  output: OfferList,
  handle: async ({ ctx, input }) => ({ status: 200 as const, offers: await findOffers(ctx, input) }),
});

export const POST = route({
  path: "/offers",
  summary: "Add an offer",
  doors: ["api_key", "session"],
  input: NewParty,
  output: CreatedOffer,
  handle: async ({ ctx, input }) => ({ status: 201 as const, offer: await createOffer(ctx, input.name) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
