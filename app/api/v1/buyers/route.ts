import { BuyerList, PartySearch } from "@/lib/contracts/parties";
import { route } from "@/lib/http/route";
import { findBuyers } from "@/lib/services/company/find-parties";

export const GET = route({
  path: "/buyers",
  summary: "Find buyers by name",
  doors: ["api_key", "session"],
  input: PartySearch,
  output: BuyerList,
  handle: async ({ ctx, input }) => ({ status: 200 as const, buyers: await findBuyers(ctx, input) }),
});
