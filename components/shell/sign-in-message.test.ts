import { expect, test } from "vitest";
import { tooManyAttempts } from "@/lib/access/contract";
import { signInMessage } from "./sign-in-message";

test.each([
  [tooManyAttempts(1), "Try again in a minute. Nobody was signed in."],
  [tooManyAttempts(61), "Try again in 2 minutes. Nobody was signed in."],
  [tooManyAttempts(900), "Try again in 15 minutes. Nobody was signed in."],
])("%s tells when to try again", (code, advice) => {
  expect(signInMessage(code)).toEqual({ title: "Too many attempts", advice });
});

test("a wrong password and a fault on our side are told apart", () => {
  expect(signInMessage("CredentialsSignin").title).toBe("Wrong e-mail address or password");
  expect(signInMessage("unavailable").title).toBe("Signing in failed on our side");
});
