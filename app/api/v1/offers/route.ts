import { createParty, listParties, OFFER_WORDS } from "@/app/api/v1/_parties/parties";
import { CreatedOffer, OfferList } from "@/lib/party/contract";
import { createOffer } from "@/lib/party/create-offers";
import { findOffers } from "@/lib/party/find-parties";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = listParties(OFFER_WORDS, OfferList, findOffers, (offers) => ({ status: 200 as const, offers }));

export const POST = createParty(OFFER_WORDS, CreatedOffer, createOffer, (offer) => ({ status: 201 as const, offer }));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
