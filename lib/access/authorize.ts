import { log } from "@/lib/platform/log/log";
import { SignInRequest, tooManyAttempts } from "./contract/sign-in";
import { keepDevice, visitor } from "./device-cookie";
import { type SignIn, signIn } from "./sign-in";

const BROWSER = {
  signIn: async (email: string, password: string) => signIn(email, password, await visitor()),
  keepDevice,
};

/**
 * Called by next-auth: who signs in, or null. next-auth shows the message of any error to the user, so only codes meant
 * for users may be thrown.
 */
export async function authorize(credentials: unknown, by: typeof BROWSER = BROWSER) {
  const { data } = SignInRequest.safeParse(credentials);
  if (!data) return null;
  const outcome = await by.signIn(data.email, data.password).catch(unavailable);
  if (outcome.ok) {
    const { id, name } = outcome.member;
    await by.keepDevice(id, outcome.device);
    return { id: String(id), name };
  }
  if (outcome.reason === "too_many_attempts") throw new Error(tooManyAttempts(outcome.retryAfterSeconds));
  return null;
}

function unavailable(reason: unknown): Promise<SignIn> {
  log().error({ error: reason instanceof Error ? reason.name : String(reason) }, "sign-in failed");
  throw new Error("unavailable");
}
