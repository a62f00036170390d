import { expect, test } from "vitest";
import { systemClock } from "@/lib/platform/config/clock";
import { prisma } from "@/lib/platform/sql/prisma";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { memberContext } from "./authenticate";
import { NewCompanyWithOwner } from "./contract/company";
import { createCompanyWithOwner } from "./create-company-with-owner";
import { isSetUp } from "./is-set-up";
import { signIn } from "./sign-in";

const newCompany = (changed: object = {}) =>
  NewCompanyWithOwner.parse({
    name: "Harbor Calls",
    currency: "usd",
    time_zone: "America/Denver",
    owner_name: "Ana Ruiz",
    owner_email: `Ana-${crypto.randomUUID()}@harbor.test`,
    owner_password: "correct horse battery",
    ...changed,
  });

test("an installation without a company says so", async () => {
  expect(await isSetUp()).toBe(false);
});

test("a new company has an owner who signs in at once and may do everything", async () => {
  const input = newCompany();
  const company = await createCompanyWithOwner(input);
  const signedIn = await signIn({ email: input.owner_email, password: input.owner_password }, STRANGER);
  if (!signedIn.ok) throw new Error("the owner cannot sign in");
  const ctx = await memberContext(signedIn.member.id, systemClock);
  expect(await isSetUp()).toBe(true);
  expect(ctx).toMatchObject({ role: "owner", company: { id: company.id, name: "Harbor Calls", currency: "USD" } });
});

test.each([
  ["an unknown currency", { currency: "XXY" }],
  ["an unknown time zone", { time_zone: "Mars/Olympus" }],
])("%s is rejected, and no company is left", async (_, changed) => {
  const before = await prisma().company.count();
  await expect(createCompanyWithOwner(newCompany(changed))).rejects.toMatchObject({ code: "invalid" });
  expect(await prisma().company.count()).toBe(before);
});

test("an address that somebody signs in with is rejected, and no company is left, also of two at once", async () => {
  const before = await prisma().company.count();
  const input = newCompany();
  const outcomes = await Promise.allSettled([createCompanyWithOwner(input), createCompanyWithOwner(input)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "invalid" } });
  const again = createCompanyWithOwner({ ...input, owner_email: input.owner_email.toUpperCase() });
  await expect(again).rejects.toMatchObject({ errors: { owner_email: expect.stringContaining("already") } });
  expect(await prisma().company.count()).toBe(before + 1);
});

test.each([
  ["a short password", { owner_password: "short" }, "at least 12"],
  ["no address", { owner_email: "ana" }, "email address"],
  ["an empty name", { name: " " }, "name"],
])("%s is rejected by the contract", (_, changed, sentence) => {
  expect(() => newCompany(changed)).toThrow(sentence);
});
