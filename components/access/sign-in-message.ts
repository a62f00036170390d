import { retryAfterOf } from "@/lib/access/contract/sign-in";

/** By the code that the sign-in route answers with. */
export function signInMessage(code: string): { title: string; advice: string } {
  const seconds = retryAfterOf(code);
  if (seconds !== null) {
    return { title: "Too many attempts", advice: `Try again ${waitText(seconds)}.` };
  }
  if (code === "CredentialsSignin") {
    return { title: "Wrong email address or password", advice: "Check both and try again." };
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
