import { route } from "@/lib/api/route";
import { CreatedTrafficSource, NewParty, PartySearch, TrafficSourceList } from "@/lib/party/contract";
import { createTrafficSource } from "@/lib/party/create-traffic-sources";
import { findTrafficSources } from "@/lib/party/find-parties";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/traffic-sources",
  summary: "Find traffic sources by name",
  doors: ["api_key", "session"],
  input: PartySearch,
  output: TrafficSourceList,
  handle: async ({ ctx, input }) => ({ status: 200 as const, traffic_sources: await findTrafficSources(ctx, input) }),
});

export const POST = route({
  path: "/traffic-sources",
  summary: "Add a traffic source",
  doors: ["api_key", "session"],
  input: NewParty,
  output: CreatedTrafficSource,
  handle: async ({ ctx, input }) => ({
    status: 201 as const,
    traffic_source: await createTrafficSource(ctx, input.name),
  }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
