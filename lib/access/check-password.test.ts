import { expect, test } from "vitest";
import { passwordProblem } from "./check-password";

const ROBIN = ["Robin Vance", "robin@harbor.test", "Harbor Media"];

test.each([
  "password1234",
  "P@ssw0rd2026",
  "passwordpassword",
  "123456789012",
  "qwertyuiop12",
  "letmeinplease",
  "robinvance123",
  "HarborMedia1!",
  "robin@harbor.test",
  "callmark2026",
])("%s is easy to guess", async (password) => {
  expect(await passwordProblem(password, ROBIN)).toMatch(/easy to guess/);
});

test("a short password is refused for its length", async () => {
  expect(await passwordProblem("kT7#pw2Lz!q", ROBIN)).toMatch(/at least 12 characters/);
});

test.each(["staple lantern orbit", "kT7#pw2Lz!qe", "violet-tractor-91", "robin ate the seventh pear"])(
  "%s is none of them",
  async (password) => expect(await passwordProblem(password, ROBIN)).toBeNull(),
);
