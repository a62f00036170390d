import { MemberLinkAnswer } from "@/lib/access/contract/member";
import { createMemberLink } from "@/lib/access/members";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "createMemberLink",
  policy: KEY_OR_SESSION,
  path: "/members/{id}/link",
  params: { id: numberOf("member", 7) },
  output: MemberLinkAnswer,
  statuses: [201, 404, 409],
  docs: {
    section: "Members",
    title: "Create a link for a new password",
    about: [
      "The member sets a new password by it, once, within 24 hours. For an invited member it is a new invitation, for 7 days. It replaces earlier links.",
      "It takes the permission `members: update`. Nobody can give or take what they don’t have themselves.",
    ],
    example: {
      answer: {
        status: 201,
        link: "https://callmark.example.test/join/LINK_KEY",
        expires_at: "2026-11-24T10:42:00.000Z",
        mailed: false,
      },
    },
  },
  handle: async ({ ctx, params }) => ({ status: 201 as const, ...(await createMemberLink(ctx, params.id)) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
