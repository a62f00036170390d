import { BUYER_WORDS, changedParty, oneParty } from "@/app/api/v1/_parties/parties";
import { BuyerAnswer } from "@/lib/party/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = oneParty(BUYER_WORDS, BuyerAnswer, (buyer) => ({ status: 200 as const, buyer }));

export const PUT = changedParty(BUYER_WORDS, BuyerAnswer, (buyer) => ({ status: 200 as const, buyer }));

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
