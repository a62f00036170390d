import { ErasurePreview, ErasurePreviewQuery } from "@/lib/contracts/erasure";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { previewErasure } from "@/lib/services/erasure/preview-erasure";

export const POST = route({
  path: "/erasures/preview",
  summary: "How many calls an erasure would touch",
  doors: ["api_key", "session"],
  input: ErasurePreviewQuery,
  output: ErasurePreview,
  handle: async ({ ctx, input }) => ({ status: 200 as const, calls: await previewErasure(ctx, input) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
