import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/platform/sql/prisma";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { assertNotSetUp } from "./is-set-up";
import { setUp } from "./set-up";
import { setupCode } from "./setup-code";
import { signIn } from "./sign-in";

const NETWORK = "192.0.2.7";

const wanted = (changed: object = {}) => ({
  code: setupCode(),
  name: "Harbor Calls",
  currency: "usd",
  time_zone: "America/Denver",
  owner_name: "Ana Ruiz",
  owner_email: `ana-${crypto.randomUUID()}@harbor.test`,
  owner_password: "correct horse battery",
  ...changed,
});

beforeEach(async () => {
  await prisma().signInThrottle.deleteMany();
});

test("the code has 24 characters that cannot be confused, in groups, and stays the same", () => {
  expect(setupCode()).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/);
  expect(setupCode()).toBe(setupCode());
});

test.each([
  ["a wrong code", { code: "7KQM-2WXF-9RTD-HJ4C-M8PV-Z3NB" }],
  ["a code cut short", { code: setupCode().slice(0, -1) }],
  ["no code", { code: undefined }],
  ["a wrong code beside a wrong address", { code: "7KQM", owner_email: "ana" }],
])("%s says only that the code is wrong, and creates nothing", async (_, changed) => {
  const attempt = setUp(wanted(changed), NETWORK);
  await expect(attempt).rejects.toMatchObject({ errors: { code: expect.stringContaining("isn’t the setup code") } });
  await expect(attempt).rejects.toHaveProperty("errors", { code: expect.any(String) });
  expect(await prisma().company.count()).toBe(0);
});

test("after ten wrong codes a network waits, also with the right one, and another does not", async () => {
  const wrong = () => setUp(wanted({ code: "wrong" }), NETWORK);
  for (let times = 0; times < 10; times += 1) await expect(wrong()).rejects.toMatchObject({ code: "invalid" });
  await expect(setUp(wanted(), NETWORK)).rejects.toMatchObject({ code: "too_many_requests" });
  await expect(setUp(wanted({ owner_email: "ana" }), "192.0.2.8")).rejects.toMatchObject({
    errors: { owner_email: expect.any(String) },
  });
});

test("mistakes in other fields are no wrong codes", async () => {
  const mistaken = () => setUp(wanted({ owner_password: "short" }), NETWORK);
  for (let times = 0; times < 12; times += 1) {
    await expect(mistaken()).rejects.toMatchObject({ errors: { owner_password: expect.stringContaining("12") } });
  }
});

test("of many at once with the right code one becomes the owner, and then there is nothing to set up", async () => {
  await assertNotSetUp();
  // As a person may type it.
  const code = ` ${setupCode().toLowerCase().replaceAll("-", " ")}`;
  const requests = Array.from({ length: 8 }, () => wanted({ code }));
  const outcomes = await Promise.allSettled(requests.map((input) => setUp(input, NETWORK)));
  const refusals = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refusals.map(({ reason }) => reason.code)).toEqual(Array(7).fill("not_found"));
  expect(await prisma().company.count()).toBe(1);
  const winner = requests[outcomes.findIndex(({ status }) => status === "fulfilled")];
  const credentials = { email: winner?.owner_email ?? "", password: "correct horse battery" };
  expect(await signIn(credentials, STRANGER)).toMatchObject({ ok: true });
  await expect(assertNotSetUp()).rejects.toMatchObject({ code: "not_found" });
  await expect(setUp(wanted(), NETWORK)).rejects.toMatchObject({ code: "not_found" });
});
