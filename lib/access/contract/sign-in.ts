import { z } from "zod";
import { text } from "@/lib/platform/contract/scalars";

/** What a person signs in with. */
export const SignInRequest = z.object({
  email: text(1, 254, "Enter your email address."),
  password: z.string().min(1, "Enter your password.").max(200, "Enter at most 200 characters."),
});

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
