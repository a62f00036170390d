import { newParty, OFFER_WORDS, partyList } from "@/app/api/v1/_parties/parties";
import { CreatedOffer, OfferList } from "@/lib/party/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = partyList(OFFER_WORDS, OfferList, (offers, metadata) => ({
  status: 200 as const,
  offers,
  metadata,
}));

export const POST = newParty(OFFER_WORDS, CreatedOffer, (offer) => ({ status: 201 as const, offer }));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
