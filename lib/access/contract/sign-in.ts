import { z } from "zod";
import { text } from "@/lib/platform/contract/scalars";

/** What a person signs in with. */
export const SignInRequest = z.object({
  email: text(1, 254, "Enter your email address."),
  password: z.string().min(1, "Enter your password.").max(200, "Enter at most 200 characters."),
  /** Of the authenticator app, or a recovery code. */
  code: z.string().max(40, "Enter at most 40 characters.").optional(),
});

/** Who asks for a link to set a new password. */
export const ResetForm = z.object({ email: SignInRequest.shape.email });

/** What a browser's passkey signed, as JSON; its signature covers what it says. */
export const PasskeySignIn = z.object({
  response: z
    .string()
    .max(12_000)
    .transform((sent, check) => {
      try {
        return JSON.parse(sent);
      } catch {
        check.addIssue({ code: "custom", message: "This is no passkey." });
        return z.NEVER;
      }
    })
    .pipe(
      z.object({
        id: text(1, 1400, "This is no passkey."),
        rawId: z.string(),
        type: z.literal("public-key"),
        clientExtensionResults: z.record(z.string(), z.never()).catch({}),
        response: z.object({
          clientDataJSON: z.string(),
          authenticatorData: z.string(),
          signature: z.string(),
        }),
      }),
    ),
});

/** The password is right, and the code of the second factor is missing. */
export const CODE_NEEDED = "code_needed";
export const WRONG_CODE = "wrong_code";
/** The password is right, and the second factor that the company asks for is a passkey. */
export const PASSKEY_NEEDED = "passkey_needed";
const TOO_MANY = "too_many_attempts";

/** The code that rejects sign-ins for a while; it carries the seconds. */
export function tooManyAttempts(retryAfterSeconds: number): string {
  return `${TOO_MANY}.${retryAfterSeconds}`;
}

/** Seconds until the next attempt is allowed; null for other codes. */
export function retryAfterOf(code: string): number | null {
  const [name, seconds = ""] = code.split(".");
  return name === TOO_MANY && /^[1-9]\d{0,5}$/.test(seconds) ? Number(seconds) : null;
}
