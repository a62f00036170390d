import { Done, PasswordConfirmation } from "@/lib/access/contract/security";
import { removePasskey } from "@/lib/access/passkeys";
import { numberOf } from "@/lib/api/path-parameters";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const DELETE = route({
  name: "removePasskey",
  policy: OWN_SESSION,
  path: "/me/passkeys/{id}",
  params: { id: numberOf("passkey", 2) },
  input: PasswordConfirmation,
  output: Done,
  statuses: [200, 404],
  docs: {
    section: "Your account",
    title: "Remove a passkey",
    about: [
      "It no longer signs you in.",
      "The password is asked for again, so that somebody who finds an open browser can’t stay.",
    ],
    example: { send: { password: "violet-tractor-91" }, answer: { status: 200 } },
  },
  handle: async ({ ctx, params, input }) => {
    await removePasskey(ctx, params.id, input.password);
    return { status: 200 as const };
  },
});

export const { GET, PUT, POST, PATCH, OPTIONS } = otherMethods({ DELETE });
