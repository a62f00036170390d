import { route } from "@/lib/api/route";
import { ResolveAnswer, ResolveInbox } from "@/lib/inbox/contract";
import { previewResolving } from "@/lib/inbox/preview-resolving";
import { resolveInboxItems } from "@/lib/inbox/resolve-items";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/inbox/resolve",
  summary: "Match, accept, retry or dismiss what waits, up to 500 at a time",
  doors: ["api_key", "session"],
  input: ResolveInbox,
  output: ResolveAnswer,
  dryRun: true,
  handle: async ({ ctx, input, dryRun }) =>
    dryRun ? previewResolving(ctx, input) : { status: 207 as const, results: await resolveInboxItems(ctx, input) },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
