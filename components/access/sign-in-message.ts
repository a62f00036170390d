import { PASSKEY_NEEDED, retryAfterOf, WRONG_CODE } from "@/lib/access/contract/sign-in";

/** The browser made no signature, or it is of no member. */
export const PASSKEY_REFUSED = "passkey_refused";

/** By the code that the sign-in route answers with. */
export function signInMessage(code: string): { title: string; advice: string } {
  const seconds = retryAfterOf(code);
  if (seconds !== null) {
    return { title: "Too many attempts", advice: `Try again ${waitText(seconds)}.` };
  }
  if (code === "CredentialsSignin") {
    return { title: "Wrong email address or password", advice: "Check both and try again." };
  }
  if (code === WRONG_CODE) {
    return { title: "Wrong code", advice: "Each code works once. Enter the one that the app shows now." };
  }
  if (code === PASSKEY_NEEDED) {
    return {
      title: "Sign in with your passkey",
      advice: "Your company requires a second factor. If you lost your passkey, ask an owner or admin of your company.",
    };
  }
  if (code === PASSKEY_REFUSED) {
    return { title: "The passkey didn’t sign you in", advice: "Try again, or use your password." };
  }
  return {
    title: "Couldn’t sign you in",
    advice:
      "Something went wrong on the server. Try again in a moment. If it keeps happening, contact your administrator.",
  };
}

function waitText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
