import { EndedSessions } from "@/lib/access/contract/security";
import { endMemberSessions } from "@/lib/access/members";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const DELETE = route({
  name: "endMemberSessions",
  policy: KEY_OR_SESSION,
  path: "/members/{id}/sessions",
  params: { id: numberOf("member", 7) },
  output: EndedSessions,
  statuses: [200, 404],
  docs: {
    section: "Members",
    title: "End a member’s sessions",
    about: [
      "The member has to sign in again everywhere.",
      "It takes the permission `members: update`. Nobody can give or take what they don’t have themselves.",
    ],
    example: { answer: { status: 200, ended: 2 } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, ended: await endMemberSessions(ctx, params.id) }),
});

export const { GET, PUT, POST, PATCH, OPTIONS } = otherMethods({ DELETE });
