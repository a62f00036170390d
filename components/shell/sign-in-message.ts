/** What to tell a person whose sign-in was refused, by the code that the sign-in route answers with. */
export function signInMessage(code: string): { title: string; advice: string } {
  switch (code) {
    case "CredentialsSignin":
      return { title: "Wrong e-mail address or password", advice: "Check both and try again." };
    case "too_many_attempts":
      return { title: "Too many attempts", advice: "Wait some minutes, then try again. Nobody was signed in." };
    default:
      return {
        title: "Signing in failed on our side",
        advice: "Your password was not refused. Try again in a moment; if it fails again, tell your administrator.",
      };
  }
}
