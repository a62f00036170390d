import { PASSKEY } from "@/app/api/v1/_docs/people";
import { AddedPasskey, NewPasskey } from "@/lib/access/contract/security";
import { addPasskey } from "@/lib/access/passkeys";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "addPasskey",
  policy: OWN_SESSION,
  path: "/me/passkeys",
  input: NewPasskey,
  output: AddedPasskey,
  statuses: [201],
  docs: {
    section: "Your account",
    title: "Add a passkey",
    about: [
      "From now on, the passkey signs you in without a password.",
      "The password is asked for again, so that somebody who finds an open browser can’t stay.",
    ],
    example: {
      send: { name: "Laptop", password: "violet-tractor-91", response: "{}" },
      answer: { status: 201, passkey: PASSKEY },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 201 as const, passkey: await addPasskey(ctx, input) }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
