import { expect, test } from "vitest";
import { tooManyAttempts } from "@/lib/access/contract/sign-in";
import { withRetryAfter } from "./with-retry-after";

const refusedAs = (code: string) =>
  Response.json(
    { url: `http://localhost:3000/api/auth/error?error=${code}` },
    { status: 401, headers: { "set-cookie": "a=b" } },
  );

test("a sign-in within the waiting time gets 429 and Retry-After", async () => {
  const answer = await withRetryAfter(refusedAs(tooManyAttempts(840)));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "840"]);
  expect(answer.headers.get("set-cookie")).toBe("a=b");
  expect(await answer.json()).toEqual(await refusedAs("too_many_attempts.840").json());
});

test.each(["CredentialsSignin", "unavailable", "too_many_attempts", "too_many_attempts.x", "too_many_attempts.0"])(
  "%s is passed through unchanged",
  async (code) => {
    const answer = refusedAs(code);
    expect(await withRetryAfter(answer)).toBe(answer);
  },
);

test("an answer without a rejection is passed through unchanged", async () => {
  for (const answer of [new Response("no", { status: 401 }), Response.json({ url: "http://localhost:3000/calls" })]) {
    expect(await withRetryAfter(answer)).toBe(answer);
    expect(answer.bodyUsed).toBe(false);
  }
});
