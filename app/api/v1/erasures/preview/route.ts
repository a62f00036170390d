import { route } from "@/lib/api/route";
import { ErasurePreview, ErasurePreviewQuery } from "@/lib/erasure/contract";
import { previewErasure } from "@/lib/erasure/preview-erasure";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/erasures/preview",
  summary: "How many calls an erasure would touch",
  doors: ["api_key", "session"],
  input: ErasurePreviewQuery,
  output: ErasurePreview,
  handle: async ({ ctx, input }) => ({ status: 200 as const, calls: await previewErasure(ctx, input) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
