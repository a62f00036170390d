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
    section: "Call history",
    title: "List changes of a call",
    about: [
      "Returns the permanent change log of the call and its tokens, newest first. Each change shows only the fields it changed. Changes made automatically name the rule and the evaluation; see `GET /calls/{id}/evaluations`.",
      "Token changes require the permission `call.details: read`. A token that a rule uses as an amount also requires permission to read that amount.",
    ],
    example: { answer: { status: 200, changes: [SAMPLE_CHANGE], token_changes: [SAMPLE_TOKEN_CHANGE] } },
  },
  handle: async ({ ctx, params }) => ({
    status: 200 as const,
    ...(await listChanges(ctx, params.id)),
  }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
