import { Done } from "@/lib/access/contract/security";
import { endOwnSession } from "@/lib/access/sessions";
import { numberOf } from "@/lib/api/path-parameters";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const DELETE = route({
  name: "endSession",
  policy: OWN_SESSION,
  path: "/me/sessions/{id}",
  params: { id: numberOf("session", 31) },
  output: Done,
  statuses: [200, 404],
  docs: {
    section: "Your account",
    title: "End a session",
    about: ["Ends one of your sessions at once.", "It takes a session: sign in to the console."],
    example: { answer: { status: 200 } },
  },
  handle: async ({ ctx, params }) => {
    await endOwnSession(ctx, params.id);
    return { status: 200 as const };
  },
});

export const { GET, PUT, POST, PATCH, OPTIONS } = otherMethods({ DELETE });
