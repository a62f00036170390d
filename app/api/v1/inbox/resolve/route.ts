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
    title: "Match, accept, retry or dismiss inbox items, up to 500 at a time",
    about: [
      "`match` applies a statement to the call that you name, as its sender's. `accept` makes what was held your own statement, reverts an automatic conversion that no longer holds, or converts a duplicate that was freed. `retry` reads a refused post again, as its door would. `dismiss` leaves everything as it is.",
      "Each item is answered on its own, in the order of the numbers; one that was resolved before is answered as such and not touched, one that is named twice is answered once. It takes the permission `calls: update`, and those that the change itself takes.",
      "With `dry_run=true` nothing is saved: one answer (200) tells what the next rollup would post for all of the items together, which caps would count more or less, which items cannot be resolved as they are (`rejected`), and which would wait again because their side is locked or limited (`held`).",
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
