import { BuyerList, CreatedBuyer, NewParty, PartySearch } from "@/lib/contracts/parties";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { createBuyer } from "@/lib/services/company/create-buyers";
import { findBuyers } from "@/lib/services/company/find-parties";

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
