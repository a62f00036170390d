import { PasskeyOptions } from "@/lib/access/contract/security";
import { passkeyOptions } from "@/lib/access/passkeys";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "createPasskeyOptions",
  policy: OWN_SESSION,
  path: "/me/passkeys/options",
  output: PasskeyOptions,
  statuses: [200],
  docs: {
    section: "Your account",
    title: "Get what a browser needs to make a passkey",
    about: ["Works once, for 5 minutes.", "It takes a session: sign in to the console."],
    example: { answer: { status: 200, options: {} } },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, options: { ...(await passkeyOptions(ctx)) } }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
