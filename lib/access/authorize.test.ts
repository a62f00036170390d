import { expect, test, vi } from "vitest";
import { authorize } from "./authorize";
import type { SignIn } from "./sign-in";

vi.mock("@/lib/platform/log/log", () => ({ log: () => ({ error: () => {} }) }));

const CREDENTIALS = { email: "owner@harbor.test", password: "a-password" };

function answering(answer: () => Promise<SignIn>) {
  return { signIn: vi.fn(answer), keepDevice: vi.fn(async () => {}) };
}

test("whoever signs in is told nothing of a fault inside", async () => {
  const by = answering(() => Promise.reject(new Error("Invalid `prisma.member` invocation: secret_host:5432")));
  await expect(authorize(CREDENTIALS, by)).rejects.toThrow(/^unavailable$/);
});

test.each(["a\0b@harbor.test", "a\ud800@harbor.test", "", 7, undefined])(
  "%j is nobody's address and reaches no database",
  async (email) => {
    const by = answering(async () => ({ ok: false, reason: "wrong" }));
    expect(await authorize({ ...CREDENTIALS, email }, by)).toBeNull();
    expect(by.signIn).not.toHaveBeenCalled();
  },
);

test("who is known comes in and the device is known from then on", async () => {
  const by = answering(async () => ({ ok: true, member: { id: 7, name: "Mara" }, device: "name.signature" }));
  expect(await authorize(CREDENTIALS, by)).toEqual({ id: "7", name: "Mara" });
  expect(by.keepDevice).toHaveBeenCalledWith(7, "name.signature");
});

test("who fails is kept out, and who failed too often is told for how long", async () => {
  const wrong = answering(async () => ({ ok: false, reason: "wrong" }));
  expect(await authorize(CREDENTIALS, wrong)).toBeNull();
  const closed = answering(async () => ({ ok: false, reason: "too_many_attempts", retryAfterSeconds: 840 }));
  await expect(authorize(CREDENTIALS, closed)).rejects.toThrow(/^too_many_attempts\.840$/);
  for (const by of [wrong, closed]) expect(by.keepDevice).not.toHaveBeenCalled();
});
