import { retryAfterOf } from "@/lib/access/contract";

/** What to tell a person whose sign-in was refused, by the code that the sign-in route answers with. */
export function signInMessage(code: string): { title: string; advice: string } {
  const seconds = retryAfterOf(code);
  if (seconds !== null) {
    return { title: "Too many attempts", advice: `Try again ${waitText(seconds)}. Nobody was signed in.` };
  }
  if (code === "CredentialsSignin") {
    return { title: "Wrong e-mail address or password", advice: "Check both and try again." };
  }
  return {
    title: "Signing in failed on our side",
    advice: "Your password was not refused. Try again in a moment; if it fails again, tell your administrator.",
  };
}

function waitText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
