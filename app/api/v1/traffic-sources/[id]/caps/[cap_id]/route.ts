import { z } from "zod";
import { route } from "@/lib/api/route";
import { CapAnswer, CapUpdate } from "@/lib/cap/contract";
import { endCap, replaceCap } from "@/lib/cap/save-cap";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const PUT = route({
  path: "/traffic-sources/{id}/caps/{cap_id}",
  summary: "Edit a cap of a traffic source: another takes its place",
  doors: ["api_key", "session"],
  input: CapUpdate,
  output: CapAnswer,
  handle: async ({ ctx, params, input }) => {
    const owner = { side: "offer", id: partyId(params.id) } as const;
    return { status: 200 as const, cap: await replaceCap(ctx, owner, partyId(params.cap_id), input) };
  },
});

export const DELETE = route({
  path: "/traffic-sources/{id}/caps/{cap_id}",
  summary: "Withdraw a cap of a traffic source",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: CapAnswer,
  handle: async ({ ctx, params }) => {
    const owner = { side: "offer", id: partyId(params.id) } as const;
    return { status: 200 as const, cap: await endCap(ctx, owner, partyId(params.cap_id)) };
  },
});

export const { GET, POST, PATCH, OPTIONS } = otherMethods({ PUT, DELETE });
