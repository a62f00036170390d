import { EndedSessions, PasswordChange } from "@/lib/access/contract/security";
import { changePassword } from "@/lib/access/own-security";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const PUT = route({
  name: "changePassword",
  policy: OWN_SESSION,
  path: "/me/password",
  input: PasswordChange,
  output: EndedSessions,
  statuses: [200, 409],
  docs: {
    section: "Your account",
    title: "Change your password",
    about: ["Ends all your other sessions.", "It takes a session: sign in to the console."],
    example: {
      send: { current_password: "violet-tractor-91", new_password: "staple lantern orbit" },
      answer: { status: 200, ended: 2 },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, ended: await changePassword(ctx, input) }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
