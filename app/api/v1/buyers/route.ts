import { BUYER_WORDS, newParty, partyList } from "@/app/api/v1/_parties/parties";
import { BuyerList, CreatedBuyer } from "@/lib/party/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = partyList(BUYER_WORDS, BuyerList, (buyers, metadata) => ({
  status: 200 as const,
  buyers,
  metadata,
}));

export const POST = newParty(BUYER_WORDS, CreatedBuyer, (buyer) => ({ status: 201 as const, buyer }));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
