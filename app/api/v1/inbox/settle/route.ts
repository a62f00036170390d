import { SettleAnswer, SettleInbox } from "@/lib/contracts/inbox";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { previewSettling } from "@/lib/services/inbox/preview-settling";
import { settleInbox } from "@/lib/services/inbox/settle-inbox";

export const POST = route({
  path: "/inbox/settle",
  summary: "Match, accept, retry or dismiss what waits, up to 500 at a time",
  doors: ["api_key", "session"],
  input: SettleInbox,
  output: SettleAnswer,
  dryRun: true,
  handle: async ({ ctx, input, dryRun }) =>
    dryRun ? previewSettling(ctx, input) : { status: 207 as const, results: await settleInbox(ctx, input) },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
