import { RECOVERY_CODES } from "@/app/api/v1/_docs/people";
import {
  AuthenticatorSecret,
  Done,
  NewAuthenticator,
  PasswordConfirmation,
  RecoveryCodes,
} from "@/lib/access/contract/security";
import { newAuthenticatorSecret, removeAuthenticator, setAuthenticator } from "@/lib/access/own-security";
import { OWN_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "createAuthenticatorSecret",
  policy: OWN_SESSION,
  path: "/me/authenticator",
  output: AuthenticatorSecret,
  statuses: [200],
  docs: {
    section: "Your account",
    title: "Get a secret for an authenticator app",
    about: ["Nothing changes until you confirm a code of it.", "It takes a session: sign in to the console."],
    example: {
      answer: { status: 200, secret: "JBSWY3DPEHPK3PXP", uri: "otpauth://totp/Callmark?secret=JBSWY3DPEHPK3PXP" },
    },
  },
  handle: async ({ ctx }) => ({ status: 200 as const, ...(await newAuthenticatorSecret(ctx)) }),
});

export const PUT = route({
  name: "setAuthenticator",
  policy: OWN_SESSION,
  path: "/me/authenticator",
  input: NewAuthenticator,
  output: RecoveryCodes,
  statuses: [200],
  docs: {
    section: "Your account",
    title: "Set up an authenticator app",
    about: [
      "From now on, signing in with a password takes a code, too. Replaces an app and recovery codes from before.",
      "The password is asked for again, so that somebody who finds an open browser can’t stay.",
    ],
    example: {
      send: { secret: "JBSWY3DPEHPK3PXP", code: "492039", password: "violet-tractor-91" },
      answer: RECOVERY_CODES,
    },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, recovery_codes: await setAuthenticator(ctx, input) }),
});

export const DELETE = route({
  name: "removeAuthenticator",
  policy: OWN_SESSION,
  path: "/me/authenticator",
  input: PasswordConfirmation,
  output: Done,
  statuses: [200, 404],
  docs: {
    section: "Your account",
    title: "Remove the authenticator app",
    about: [
      "Removes the recovery codes, too.",
      "The password is asked for again, so that somebody who finds an open browser can’t stay.",
    ],
    example: { send: { password: "violet-tractor-91" }, answer: { status: 200 } },
  },
  handle: async ({ ctx, input }) => {
    await removeAuthenticator(ctx, input.password);
    return { status: 200 as const };
  },
});

export const { GET, PATCH, OPTIONS } = otherMethods({ POST, PUT, DELETE });
