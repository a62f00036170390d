import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ErasurePreview, ErasurePreviewQuery } from "@/lib/erasure/contract";
import { previewErasure } from "@/lib/erasure/preview-erasure";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "previewErasure",
  policy: KEY_OR_SESSION,
  path: "/erasures/preview",
  input: ErasurePreviewQuery,
  output: ErasurePreview,
  statuses: [200],
  docs: {
    section: "Privacy",
    title: "Preview an erasure",
    about: [
      "Returns how many calls an erasure would affect. Send `caller` or `erase_after_days`. Nothing is erased. Requires the permission `settings: read`.",
    ],
    example: { send: { erase_after_days: 730 }, answer: { status: 200, calls: 3 } },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, calls: await previewErasure(ctx, input) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
