import { route } from "@/lib/api/route";
import { ErasureSetting, ErasureSettingAnswer } from "@/lib/erasure/contract";
import { saveErasureSetting } from "@/lib/erasure/save-erasure-setting";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const PUT = route({
  path: "/company/erasure",
  summary: "After how many days persons are erased by themselves",
  doors: ["api_key", "session"],
  input: ErasureSetting,
  output: ErasureSettingAnswer,
  handle: async ({ ctx, input }) => {
    await saveErasureSetting(ctx, input.erase_after_days);
    return { status: 200 as const, erase_after_days: input.erase_after_days };
  },
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
