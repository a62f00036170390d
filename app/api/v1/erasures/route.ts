import { route } from "@/lib/api/route";
import { ErasureAnswer, ErasureList, ErasureQuery, NewErasure } from "@/lib/erasure/contract";
import { eraseCaller } from "@/lib/erasure/erase-caller";
import { listErasures } from "@/lib/erasure/list-erasures";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/erasures",
  summary: "What was erased of persons, newest first",
  doors: ["api_key", "session"],
  input: ErasureQuery,
  output: ErasureList,
  handle: ({ ctx, input }) => listErasures(ctx, input),
});

export const POST = route({
  path: "/erasures",
  summary: "Erase what one caller left",
  doors: ["api_key", "session"],
  input: NewErasure,
  output: ErasureAnswer,
  handle: async ({ ctx, input }) => ({ status: 200 as const, calls: await eraseCaller(ctx, input) }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
