import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ResolveAnswer, ResolveInbox } from "@/lib/inbox/contract";
import { previewResolving } from "@/lib/inbox/preview-resolving";
import { resolveInboxItems } from "@/lib/inbox/resolve-items";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "resolveInbox",
  policy: KEY_OR_SESSION,
  path: "/inbox/resolve",
  input: ResolveInbox,
  output: ResolveAnswer,
  statuses: [207, 200, 404],
  dryRun: true,
  docs: {
    section: "Inbox",
    title: "Resolve inbox items",
    about: [
      "Resolves up to 500 items. `match` applies the update to the call that you choose, on behalf of its sender. `accept` applies a held update as your own, reverts an automatic conversion that no longer holds, or converts a call that is no longer a duplicate. `retry` processes a rejected post again. `dismiss` closes the item without changing anything.",
      "The response contains one result per item, in the order of the IDs you sent. Duplicate IDs return one result. Items that are already resolved are reported as such and left alone. Requires the permission `calls: update` and the permissions for the change itself.",
      "With `dry_run=true`, nothing is saved and the response is 200. It shows what the next rollup would post for all items together, which caps would change, which items can't be resolved (`rejected`), and which would stay in the inbox because their side is locked or limited (`held`).",
    ],
    example: {
      send: { action: "dismiss", ids: [31] },
      answer: {
        status: 207,
        results: [{ id: 31, status: 200, changed: false, resolution: "dismissed", call_id: 1042 }],
      },
    },
  },
  handle: async ({ ctx, input, dryRun }) =>
    dryRun ? previewResolving(ctx, input) : { status: 207 as const, results: await resolveInboxItems(ctx, input) },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
