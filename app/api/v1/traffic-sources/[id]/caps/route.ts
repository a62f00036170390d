import { z } from "zod";
import { CapList, CreatedCap, NewCap } from "@/lib/contracts/caps";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listCaps } from "@/lib/services/caps/list-caps";
import { createCap } from "@/lib/services/caps/save-cap";
import { partyId } from "@/lib/services/company/party-id";

export const GET = route({
  path: "/traffic-sources/{id}/caps",
  summary: "The caps of a traffic source, and what is used of them",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: CapList,
  handle: ({ ctx, params }) => listCaps(ctx, { side: "offer", id: partyId(params.id) }),
});

export const POST = route({
  path: "/traffic-sources/{id}/caps",
  summary: "A new cap of a traffic source",
  doors: ["api_key", "session"],
  input: NewCap,
  output: CreatedCap,
  handle: async ({ ctx, params, input }) => {
    const cap = await createCap(ctx, { side: "offer", id: partyId(params.id) }, input);
    return { status: 201 as const, cap };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
