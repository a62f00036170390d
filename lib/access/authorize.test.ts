import { expect, test, vi } from "vitest";
import { authorize } from "./authorize";

vi.mock("@/lib/platform/log/log", () => ({ log: () => ({ error: () => {} }) }));

const GIVEN = { email: "owner@harbor.test", password: "a-password" };

test("whoever signs in is told nothing of a fault inside", async () => {
  const failing = () => Promise.reject(new Error("Invalid `prisma.member` invocation: secret_host:5432"));
  await expect(authorize(GIVEN, failing)).rejects.toThrow(/^unavailable$/);
});

test.each(["a\0b@harbor.test", "a\ud800@harbor.test", "", 7, undefined])(
  "%j is nobody's address and reaches no database",
  async (email) => {
    const check = vi.fn();
    expect(await authorize({ ...GIVEN, email }, check)).toBeNull();
    expect(check).not.toHaveBeenCalled();
  },
);

test("who is known comes in, who failed too often is told so", async () => {
  const member = { id: 7, name: "Mara" };
  expect(await authorize(GIVEN, async () => ({ ok: true, member }))).toEqual({ id: "7", name: "Mara" });
  expect(await authorize(GIVEN, async () => ({ ok: false, reason: "wrong" }))).toBeNull();
  const closed = authorize(GIVEN, async () => ({ ok: false, reason: "too_many_attempts" }));
  await expect(closed).rejects.toThrow(/^too_many_attempts$/);
});
