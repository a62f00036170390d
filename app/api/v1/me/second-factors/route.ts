import { PASSKEY } from "@/app/api/v1/_docs/people";
import { SecondFactors } from "@/lib/access/contract/security";
import { getSecondFactors } from "@/lib/access/own-security";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getSecondFactors",
  policy: OWN_SESSION,
  path: "/me/second-factors",
  output: SecondFactors,
  statuses: [200],
  docs: {
    section: "Your account",
    title: "Get your second factors",
    about: ["What you sign in with besides the password.", "It takes a session: sign in to the console."],
    example: {
      answer: { status: 200, authenticator: true, passkeys: [PASSKEY], recovery_codes_left: 10, required: false },
    },
  },
  handle: ({ ctx }) => getSecondFactors(ctx),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
