import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ErasureSetting, ErasureSettingAnswer } from "@/lib/erasure/contract";
import { saveErasureSetting } from "@/lib/erasure/save-erasure-setting";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const PUT = route({
  name: "saveErasureSetting",
  policy: KEY_OR_SESSION,
  path: "/company/erasure",
  input: ErasureSetting,
  output: ErasureSettingAnswer,
  statuses: [200],
  docs: {
    section: "Privacy",
    title: "Set when personal data is erased automatically",
    about: [
      "Every night, Callmark erases the personal data of calls older than this many days. Send 0 to keep it indefinitely. Requires the permission `settings: update`.",
    ],
    example: { send: { erase_after_days: 3650 }, answer: { status: 200, erase_after_days: 3650 } },
  },
  handle: async ({ ctx, input }) => {
    await saveErasureSetting(ctx, input.erase_after_days);
    return { status: 200 as const, erase_after_days: input.erase_after_days };
  },
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
