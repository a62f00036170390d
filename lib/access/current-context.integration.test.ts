import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { env } from "@/lib/platform/config/env";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { findContext, findSession, requireContext } from "./current-context";
import { signIn } from "./sign-in";

let cookie = "";
vi.mock("next/headers", () => ({ headers: async () => new Headers({ cookie }) }));

async function givenBrowser() {
  const { ctx } = await givenCompany();
  const { email, password, id } = await givenMember(ctx);
  const outcome = await signIn({ email, password }, STRANGER);
  if (!outcome.ok) throw new Error(outcome.reason);
  const token = await encode({ token: { session: outcome.session }, secret: env().NEXTAUTH_SECRET });
  cookie = `next-auth.session-token=${token}`;
  return { company: ctx.company.id, id };
}

test("whoever lacks the second factor of their company sees the page where it is added, and no layout with data", async () => {
  const { company, id } = await givenBrowser();
  expect((await findContext())?.actor.id).toBe(id);
  expect((await requireContext("/buyers/7")).actor.id).toBe(id);
  await asOwner(company, "update company set second_factor_required = true where id = $1", [company]);
  expect(await findContext()).toBeNull();
  await expect(requireContext("/buyers/7")).rejects.toMatchObject({ digest: expect.stringContaining("/security") });
  expect((await requireContext("/settings/security")).actor.id).toBe(id);
  expect((await findSession())?.session.lacksSecondFactor).toBe(true);
});
