import { RECOVERY_CODES } from "@/app/api/v1/_docs/people";
import { PasswordConfirmation, RecoveryCodes } from "@/lib/access/contract/security";
import { renewOwnRecoveryCodes } from "@/lib/access/own-security";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "renewRecoveryCodes",
  policy: OWN_SESSION,
  path: "/me/recovery-codes",
  input: PasswordConfirmation,
  output: RecoveryCodes,
  statuses: [200, 404],
  docs: {
    section: "Your account",
    title: "Renew your recovery codes",
    about: [
      "The codes before stop working.",
      "The password is asked for again, so that somebody who finds an open browser can’t stay.",
    ],
    example: { send: { password: "violet-tractor-91" }, answer: RECOVERY_CODES },
  },
  handle: async ({ ctx, input }) => ({
    status: 200 as const,
    recovery_codes: await renewOwnRecoveryCodes(ctx, input.password),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
