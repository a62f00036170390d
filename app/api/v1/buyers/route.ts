import { route } from "@/lib/api/route";
import { BuyerList, CreatedBuyer, NewParty, PartySearch } from "@/lib/party/contract";
import { createBuyer } from "@/lib/party/create-buyers";
import { findBuyers } from "@/lib/party/find-parties";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers",
  summary: "Find buyers by name",
  doors: ["api_key", "session"],
  input: PartySearch,
  output: BuyerList,
  handle: async ({ ctx, input }) => ({ status: 200 as const, buyers: await findBuyers(ctx, input) }),
});

export const POST = route({
  path: "/buyers",
  summary: "Add a buyer",
  doors: ["api_key", "session"],
  input: NewParty,
  output: CreatedBuyer,
  handle: async ({ ctx, input }) => ({ status: 201 as const, buyer: await createBuyer(ctx, input.name) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
