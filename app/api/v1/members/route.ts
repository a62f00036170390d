import { MEMBER } from "@/app/api/v1/_docs/people";
import { InvitedMember, MemberList, NewMember } from "@/lib/access/contract/member";
import { inviteMember, listCompanyMembers } from "@/lib/access/members";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listMembers",
  policy: KEY_OR_SESSION,
  path: "/members",
  output: MemberList,
  statuses: [200],
  docs: {
    section: "Members",
    title: "List members",
    about: ["By name, with those who are invited or disabled. It takes the permission `members: read`."],
    example: { answer: { status: 200, members: [MEMBER] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, members: await listCompanyMembers(ctx) }),
});

export const POST = route({
  name: "inviteMember",
  policy: KEY_OR_SESSION,
  path: "/members",
  input: NewMember,
  output: InvitedMember,
  statuses: [201],
  docs: {
    section: "Members",
    title: "Invite a member",
    about: [
      "Returns a link by which the member sets a password. It works once, for 7 days, and is shown only in this answer. Inviting the same address again replaces the link.",
      "It takes the permission `members: update`. Nobody can give or take what they don’t have themselves.",
    ],
    example: {
      send: { email: "ana@example.test", name: "Ana Ruiz", role: "operator", permissions: { "call.revenue": "read" } },
      answer: {
        status: 201,
        member: { ...MEMBER, state: "invited", last_seen_at: null },
        link: "https://callmark.example.test/join/LINK_KEY",
        expires_at: "2026-11-30T10:42:00.000Z",
        mailed: false,
      },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, ...(await inviteMember(ctx, input)) }),
  location: ({ member }) => `/api/v1/members/${member.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
