import { route } from "@/lib/api/route";
import { CorrectionList, CorrectionQuery } from "@/lib/period/contract";
import { listCorrections } from "@/lib/period/list-corrections";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/periods/{month}/corrections",
  summary: "What was posted about a month after it was closed",
  doors: ["api_key", "session"],
  input: CorrectionQuery,
  output: CorrectionList,
  handle: async ({ ctx, params, input }) => {
    const { corrections, next_cursor } = await listCorrections(ctx, params.month ?? "", input);
    return { status: 200 as const, corrections, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
