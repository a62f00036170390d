/** By the code that the sign-in route answers with. */
export function signInMessage(code: string): { title: string; advice: string } {
  switch (code) {
    case "CredentialsSignin":
      return { title: "Wrong email address or password", advice: "Check both and try again." };
    case "too_many_attempts":
      return { title: "Too many attempts", advice: "Wait a few minutes, then try again." };
    default:
      return {
        title: "Couldn’t sign you in",
        advice:
          "Something went wrong on the server. Try again in a moment. If it keeps happening, contact your administrator.",
      };
  }
}
