import { z } from "zod";
import { route } from "@/lib/api/route";
import { CapList, CreatedCap, NewCap } from "@/lib/cap/contract";
import { listCaps } from "@/lib/cap/list-caps";
import { createCap } from "@/lib/cap/save-cap";
import { partyId } from "@/lib/party/party-id";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/buyers/{id}/caps",
  summary: "The caps of a buyer, and what is used of them",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: CapList,
  handle: ({ ctx, params }) => listCaps(ctx, { side: "buyer", id: partyId(params.id) }),
});

export const POST = route({
  path: "/buyers/{id}/caps",
  summary: "A new cap of a buyer",
  doors: ["api_key", "session"],
  input: NewCap,
  output: CreatedCap,
  handle: async ({ ctx, params, input }) => {
    const cap = await createCap(ctx, { side: "buyer", id: partyId(params.id) }, input);
    return { status: 201 as const, cap };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
