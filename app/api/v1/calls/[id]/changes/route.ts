import { SAMPLE_CHANGE, SAMPLE_TOKEN_CHANGE } from "@/app/api/v1/_docs/calls";
import { CallReference } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { ChangeList } from "@/lib/call/contract/change";
import { listChanges } from "@/lib/call/list-changes";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listChanges",
  policy: KEY_OR_SESSION,
  path: "/calls/{id}/changes",
  params: { id: CallReference },
  output: ChangeList,
  statuses: [200, 404],
  docs: {
    section: "Calls",
    title: "List the changes of a call and its tokens, newest first",
    about: [
      "Every save stays in it for good. Of each, only what it altered is shown. Where facts or a rule made it, it names the rule and the evaluation: see `GET /calls/{id}/evaluations`.",
      "Tokens take the permission `call.details: read`, and one that a rule uses as an amount that of the amount as well.",
    ],
    example: { answer: { status: 200, changes: [SAMPLE_CHANGE], token_changes: [SAMPLE_TOKEN_CHANGE] } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    ...(await listChanges(ctx, params.id)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
