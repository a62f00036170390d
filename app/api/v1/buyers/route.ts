import { BUYER_WORDS, createParty, listParties } from "@/app/api/v1/_parties/parties";
import { BuyerList, CreatedBuyer } from "@/lib/party/contract";
import { createBuyer } from "@/lib/party/create-buyers";
import { findBuyers } from "@/lib/party/find-parties";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = listParties(BUYER_WORDS, BuyerList, findBuyers, (buyers) => ({ status: 200 as const, buyers }));

export const POST = createParty(BUYER_WORDS, CreatedBuyer, createBuyer, (buyer) => ({ status: 201 as const, buyer }));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
