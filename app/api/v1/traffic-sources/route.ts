import { PartySearch, TrafficSourceList } from "@/lib/contracts/parties";
import { route } from "@/lib/http/route";
import { findTrafficSources } from "@/lib/services/company/find-parties";

export const GET = route({
  path: "/traffic-sources",
  summary: "Find traffic sources by name",
  doors: ["api_key", "session"],
  input: PartySearch,
  output: TrafficSourceList,
  handle: async ({ ctx, input }) => ({ status: 200 as const, traffic_sources: await findTrafficSources(ctx, input) }),
});
