import { changedParty, OFFER_WORDS, oneParty } from "@/app/api/v1/_parties/parties";
import { OfferAnswer } from "@/lib/party/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = oneParty(OFFER_WORDS, OfferAnswer, (offer) => ({ status: 200 as const, offer }));

export const PUT = changedParty(OFFER_WORDS, OfferAnswer, (offer) => ({ status: 200 as const, offer }));

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
