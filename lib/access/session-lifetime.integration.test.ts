import { expect, test } from "vitest";
import { systemClock } from "@/lib/platform/config/clock";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { sessionContext } from "./authenticate";
import { signIn } from "./sign-in";

const VISITOR = { network: "203.0.113.9", address: "203.0.113.9", userAgent: "", deviceOf: () => undefined };

async function givenSession() {
  const { ctx } = await givenCompany();
  const { email, password, id } = await givenMember(ctx);
  const outcome = await signIn({ email, password }, VISITOR);
  if (!outcome.ok) throw new Error(outcome.reason);
  return {
    stands: async () => (await sessionContext(outcome.session, systemClock)) !== null,
    change: (columns: string) => asOwner(ctx.company.id, `update session set ${columns} where member_id = $1`, [id]),
  };
}

test.each([
  [
    "12 hours without use",
    "last_used_at = now() - interval '11 hours 59 minutes'",
    "last_used_at = now() - interval '12 hours'",
  ],
  ["30 days, also in use", "expires_at = now() + interval '1 minute'", "expires_at = now()"],
])("a session ends after %s", async (_, before, after) => {
  const session = await givenSession();
  await session.change(before);
  expect(await session.stands()).toBe(true);
  await session.change(after);
  expect(await session.stands()).toBe(false);
});

test("a new session lasts 30 days at most", async () => {
  const session = await givenSession();
  await session.change("expires_at = expires_at - interval '29 days 23 hours'");
  expect(await session.stands()).toBe(true);
  await session.change("expires_at = expires_at - interval '1 hour'");
  expect(await session.stands()).toBe(false);
});
