import { expect, test } from "vitest";
import { tooManyAttempts } from "@/lib/access/contract/sign-in";
import { signInMessage } from "./sign-in-message";

test.each([
  [tooManyAttempts(1), "Try again in a minute."],
  [tooManyAttempts(61), "Try again in 2 minutes."],
  [tooManyAttempts(900), "Try again in 15 minutes."],
])("%s says when to try again", (code, advice) => {
  expect(signInMessage(code)).toEqual({ title: "Too many attempts", advice });
});

test("a wrong password and a server error have different messages", () => {
  expect(signInMessage("CredentialsSignin").title).toBe("Wrong email address or password");
  expect(signInMessage("unavailable").title).toBe("Couldn’t sign you in");
});
