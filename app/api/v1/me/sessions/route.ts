import { SESSION } from "@/app/api/v1/_docs/people";
import { EndedSessions, SessionList } from "@/lib/access/contract/security";
import { endOtherSessions, listOwnSessions } from "@/lib/access/sessions";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listSessions",
  policy: OWN_SESSION,
  path: "/me/sessions",
  output: SessionList,
  statuses: [200],
  docs: {
    section: "Your account",
    title: "List your sessions",
    about: [
      "Sessions that stand, newest first. A session ends after 30 days, or 12 hours without use.",
      "It takes a session: sign in to the console.",
    ],
    example: { answer: { status: 200, sessions: [SESSION] } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, sessions: await listOwnSessions(ctx) }),
});

export const DELETE = route({
  name: "endOtherSessions",
  policy: OWN_SESSION,
  path: "/me/sessions",
  output: EndedSessions,
  statuses: [200],
  docs: {
    section: "Your account",
    title: "End your other sessions",
    about: ["Ends all but the session that asks.", "It takes a session: sign in to the console."],
    example: { answer: { status: 200, ended: 2 } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ended: await endOtherSessions(ctx) }),
});

export const { PUT, POST, PATCH, OPTIONS } = otherMethods({ GET, DELETE });
