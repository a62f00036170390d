import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { listAuditLog } from "@/lib/report/list-audit";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { type GivenMember, givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import type { Context } from "./context";
import { acceptMemberLink, openMemberLink } from "./member-links";
import { getMember } from "./members";
import { getSecondFactors, newAuthenticatorSecret, setAuthenticator } from "./own-security";
import { findRescued, makeOwner, removeSecondFactor, resetPassword, unlock } from "./rescue-member";
import { signIn } from "./sign-in";

const NEW_PASSWORD = "violet-tractor-91-harbor";
const enter = ({ email }: GivenMember, password: string) => signIn({ email, password }, STRANGER);
const actionsOf = async (ctx: Context) => (await listAuditLog(ctx, {})).entries.map(({ action }) => action);

test("a link sets a new password", async () => {
  const { ctx } = await givenCompany();
  const member = await givenMember(ctx, "operator");
  const { link } = await resetPassword(await findRescued(` ${member.email.toUpperCase()} `));
  const key = link.split("/").at(-1) ?? "";
  await acceptMemberLink(await openMemberLink(key), NEW_PASSWORD);
  expect(await enter(member, NEW_PASSWORD)).toMatchObject({ ok: true });
});

test("an account with too many failures is open again at once", async () => {
  const { ctx } = await givenCompany();
  const member = await givenMember(ctx);
  for (let time = 0; time < 12; time += 1) await enter(member, "wrong");
  expect(await enter(member, member.password)).toMatchObject({ ok: false });
  await unlock({ ...(await findRescued(member.email)), email: member.email });
  expect(await enter(member, member.password)).toMatchObject({ ok: true });
  expect(await actionsOf(ctx)).toContain("member.unlocked");
});

test("a member becomes an owner, without exceptions", async () => {
  const { ctx } = await givenCompany();
  const member = await givenMember(ctx, "viewer", { calls: "none" });
  await makeOwner(await findRescued(member.email));
  expect(await getMember(ctx, member.id)).toMatchObject({ role: "owner", permissions: {} });
  expect(await actionsOf(ctx)).toContain("member.changed");
});

test("a lost second factor is removed", async () => {
  const { ctx } = await givenCompany();
  const member = await givenMember(ctx);
  const { secret } = await newAuthenticatorSecret(member.ctx);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ctx.now().getTime() });
  await setAuthenticator(member.ctx, { secret, code, password: member.password });
  expect(await enter(member, member.password)).toMatchObject({ ok: false });
  await removeSecondFactor(await findRescued(member.email));
  expect(await getSecondFactors(member.ctx)).toMatchObject({ authenticator: false, recovery_codes_left: 0 });
  expect(await enter(member, member.password)).toMatchObject({ ok: true });
});

test("who does not exist is named as such", async () => {
  await expect(findRescued("nobody@callmark.test")).rejects.toThrow("No enabled member");
});
