import { MEMBER } from "@/app/api/v1/_docs/people";
import { MemberAnswer, MemberUpdate } from "@/lib/access/contract/member";
import { changeMember, getMember } from "@/lib/access/members";
import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getMember",
  policy: KEY_OR_SESSION,
  path: "/members/{id}",
  params: { id: numberOf("member", 7) },
  output: MemberAnswer,
  statuses: [200, 404],
  docs: {
    section: "Members",
    title: "Get a member",
    about: ["It takes the permission `members: read`."],
    example: { answer: { status: 200, member: MEMBER } },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, member: await getMember(ctx, params.id) }),
});

export const PUT = route({
  name: "changeMember",
  policy: KEY_OR_SESSION,
  path: "/members/{id}",
  params: { id: numberOf("member", 7) },
  input: MemberUpdate,
  output: MemberAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Members",
    title: "Change a member",
    about: [
      "Changes name, role, exceptions from the role, or whether the member is disabled. A changed role or exception, and disabling, end the member’s sessions at once. Members are never deleted. The last owner stays: the answer is 409.",
      "It takes the permission `members: update`. Nobody can give or take what they don’t have themselves.",
    ],
    example: { send: { role: "manager" }, answer: { status: 200, member: { ...MEMBER, role: "manager" } } },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    member: await changeMember(ctx, params.id, input),
  }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
