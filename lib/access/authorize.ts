import { log } from "@/lib/platform/log/log";
import {
  CODE_NEEDED,
  PASSKEY_NEEDED,
  PasskeySignIn,
  SignInRequest,
  tooManyAttempts,
  WRONG_CODE,
} from "./contract/sign-in";
import { keepDevice, visitor } from "./device-cookie";
import { signInWithPasskey } from "./passkeys";
import { type Credentials, type SignIn, signIn } from "./sign-in";

const BROWSER = {
  signIn: async (credentials: Credentials) => signIn(credentials, await visitor()),
  keepDevice,
};

/**
 * Called by next-auth: who signs in, or null. next-auth shows the message of any error to the user, so only codes meant
 * for users may be thrown.
 */
export async function authorize(credentials: unknown, by: typeof BROWSER = BROWSER) {
  const { data } = SignInRequest.safeParse(credentials);
  return data ? outcomeOf(by.signIn(data), by) : null;
}

/** The same with what the browser's passkey signed. */
export async function authorizePasskey(credentials: unknown) {
  const { data } = PasskeySignIn.safeParse(credentials);
  return data ? outcomeOf(signInWithPasskey(data.response, await visitor()), BROWSER) : null;
}

async function outcomeOf(attempt: Promise<SignIn>, by: Pick<typeof BROWSER, "keepDevice">) {
  const outcome = await attempt.catch(unavailable);
  if (outcome.ok) {
    const { id, name } = outcome.member;
    await by.keepDevice(id, outcome.device);
    return { id: String(id), name, session: outcome.session };
  }
  if (outcome.reason === "too_many_attempts") throw new Error(tooManyAttempts(outcome.retryAfterSeconds));
  if (outcome.reason === "code_needed") throw new Error(CODE_NEEDED);
  if (outcome.reason === "wrong_code") throw new Error(WRONG_CODE);
  if (outcome.reason === "passkey_needed") throw new Error(PASSKEY_NEEDED);
  return null;
}

function unavailable(reason: unknown): Promise<SignIn> {
  log().error({ error: reason instanceof Error ? reason.name : String(reason) }, "sign-in failed");
  throw new Error("unavailable");
}
