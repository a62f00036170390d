import { expect, test, vi } from "vitest";
import { authorize } from "./authorize";
import type { SignIn } from "./sign-in";

vi.mock("@/lib/platform/log/log", () => ({ log: () => ({ error: () => {} }) }));

const CREDENTIALS = { email: "owner@harbor.test", password: "a-password" };

function answering(answer: () => Promise<SignIn>) {
  return { signIn: vi.fn(answer), keepDevice: vi.fn(async () => {}) };
}

test("a sign-in shows nothing of an internal error", async () => {
  const by = answering(() => Promise.reject(new Error("Invalid `prisma.member` invocation: secret_host:5432")));
  await expect(authorize(CREDENTIALS, by)).rejects.toThrow(/^unavailable$/);
});

test.each(["a\0b@harbor.test", "a\ud800@harbor.test", "", 7, undefined])(
  "%j cannot be an e-mail address and is rejected without a query",
  async (email) => {
    const by = answering(async () => ({ ok: false, reason: "wrong" }));
    expect(await authorize({ ...CREDENTIALS, email }, by)).toBeNull();
    expect(by.signIn).not.toHaveBeenCalled();
  },
);

test("a member who signs in is recognised by device from then on", async () => {
  const by = answering(async () => ({
    ok: true,
    member: { id: 7, name: "Mara" },
    device: "name.signature",
    session: "secret",
  }));
  expect(await authorize(CREDENTIALS, by)).toEqual({ id: "7", name: "Mara", session: "secret" });
  expect(by.keepDevice).toHaveBeenCalledWith(7, "name.signature");
});

test("a failed sign-in is rejected, and too many failures say how long to wait", async () => {
  const wrong = answering(async () => ({ ok: false, reason: "wrong" }));
  expect(await authorize(CREDENTIALS, wrong)).toBeNull();
  const closed = answering(async () => ({ ok: false, reason: "too_many_attempts", retryAfterSeconds: 840 }));
  await expect(authorize(CREDENTIALS, closed)).rejects.toThrow(/^too_many_attempts\.840$/);
  const halfway = answering(async () => ({ ok: false, reason: "code_needed" }));
  await expect(authorize(CREDENTIALS, halfway)).rejects.toThrow(/^code_needed$/);
  const miscoded = answering(async () => ({ ok: false, reason: "wrong_code" }));
  await expect(authorize({ ...CREDENTIALS, code: "123456" }, miscoded)).rejects.toThrow(/^wrong_code$/);
  const unsigned = answering(async () => ({ ok: false, reason: "passkey_needed" }));
  await expect(authorize(CREDENTIALS, unsigned)).rejects.toThrow(/^passkey_needed$/);
  for (const by of [wrong, closed, halfway, miscoded, unsigned]) expect(by.keepDevice).not.toHaveBeenCalled();
});
