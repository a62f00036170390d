import { z } from "zod";
import { SourceAnswer, SourceUpdate } from "@/lib/contracts/sources";
import { otherMethods } from "@/lib/http/other-methods";
import { route } from "@/lib/http/route";
import { partyId } from "@/lib/services/company/party-id";
import { makerOf } from "@/lib/services/intake/present-source";
import { getSource } from "@/lib/services/intake/read-source";
import { updateSource } from "@/lib/services/intake/update-source";

export const GET = route({
  path: "/sources/{id}",
  summary: "A source of calls",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: SourceAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, ...(await getSource(ctx, partyId(params.id))) }),
});

export const PUT = route({
  path: "/sources/{id}",
  summary: "Change a source's name and parties, pause it or resume it",
  doors: ["api_key", "session"],
  input: SourceUpdate,
  output: SourceAnswer,
  handle: async ({ ctx, params, input }) => {
    const source = await updateSource(ctx, partyId(params.id), input);
    return { status: 200 as const, source, maker: makerOf(source.provider) };
  },
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
