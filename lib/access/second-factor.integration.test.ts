import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { systemClock } from "@/lib/platform/config/clock";
import { inCompany } from "@/lib/platform/sql/in-company";
import { prisma } from "@/lib/platform/sql/prisma";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { sessionContext } from "./authenticate";
import {
  getSecondFactors,
  newAuthenticatorSecret,
  removeAuthenticator,
  renewOwnRecoveryCodes,
  setAuthenticator,
} from "./own-security";
import { signIn } from "./sign-in";
import { insertPasskey } from "./sql/passkeys";

const STEP_MS = 30_000;

function codeAt(secret: string, steps = 0): string {
  const timestamp = systemClock().getTime() + steps * STEP_MS;
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp });
}

async function givenAuthenticator() {
  const member = await givenMember((await givenCompany()).ctx);
  const ctx = { ...member.ctx, now: systemClock };
  const { secret, uri } = await newAuthenticatorSecret(ctx);
  const codes = await setAuthenticator(ctx, { secret, code: codeAt(secret, -1), password: member.password });
  const enter = (code?: string) => signIn({ email: member.email, password: member.password, code }, STRANGER);
  return { ...member, ctx, secret, uri, codes, enter };
}

test("an authenticator app counts only with a code of it and the password", async () => {
  const { ctx, password, email } = await givenMember((await givenCompany()).ctx);
  const own = { ...ctx, now: systemClock };
  const { secret } = await newAuthenticatorSecret(own);
  const wrongCode = codeAt(secret, 40);
  await expect(setAuthenticator(own, { secret, code: wrongCode, password })).rejects.toThrow(Invalid);
  await expect(setAuthenticator(own, { secret, code: codeAt(secret), password: "wrong" })).rejects.toThrow(Invalid);
  expect(await signIn({ email, password }, STRANGER)).toMatchObject({ ok: true });
});

test("signing in takes a code, each of which works once", async () => {
  const { enter, secret, uri, ctx } = await givenAuthenticator();
  expect(uri).toContain(encodeURIComponent(ctx.company.name));
  expect(await enter()).toEqual({ ok: false, reason: "code_needed" });
  expect(await enter("")).toEqual({ ok: false, reason: "code_needed" });
  for (const wrong of ["000000x", codeAt(secret, 40), codeAt(secret, -1)])
    expect(await enter(wrong), wrong).toEqual({ ok: false, reason: "wrong_code" });
  const code = codeAt(secret);
  expect(await enter(`${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ ok: true });
  expect(await enter(code)).toEqual({ ok: false, reason: "wrong_code" });
});

test("one code at once lets in once", async () => {
  const { enter, secret } = await givenAuthenticator();
  const code = codeAt(secret);
  const outcomes = await Promise.all([enter(code), enter(code), enter(code)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("wrong codes are counted like wrong passwords", async () => {
  const { enter, secret } = await givenAuthenticator();
  for (let place = 0; place < 10; place += 1) await enter(codeAt(secret, 40 + place));
  expect(await enter(codeAt(secret))).toMatchObject({ ok: false, reason: "too_many_attempts" });
});

test("a recovery code replaces the app once, and new ones end the old", async () => {
  const { enter, codes, ctx, password } = await givenAuthenticator();
  expect(codes).toHaveLength(10);
  const [first = "", second = ""] = codes;
  expect(await enter(first.toUpperCase())).toMatchObject({ ok: true });
  expect(await enter(first)).toEqual({ ok: false, reason: "wrong_code" });
  expect(await getSecondFactors(ctx)).toMatchObject({ authenticator: true, recovery_codes_left: 9 });
  const [renewed = ""] = await renewOwnRecoveryCodes(ctx, password);
  expect(await enter(second)).toEqual({ ok: false, reason: "wrong_code" });
  expect(await enter(renewed)).toMatchObject({ ok: true });
});

test("removing it takes the password, and then the password is enough", async () => {
  const { enter, ctx, password } = await givenAuthenticator();
  await expect(removeAuthenticator(ctx, "wrong")).rejects.toThrow(Invalid);
  expect(await enter()).toMatchObject({ reason: "code_needed" });
  await removeAuthenticator(ctx, password);
  expect(await enter()).toMatchObject({ ok: true });
  expect(await getSecondFactors(ctx)).toMatchObject({ authenticator: false, recovery_codes_left: 0 });
});

test("the secret is stored sealed", async () => {
  const { id, secret } = await givenAuthenticator();
  const row = await prisma().member.findUniqueOrThrow({ where: { id } });
  expect(Buffer.from(row.totpSealed ?? []).toString("latin1")).not.toContain(secret);
});

test("a company that asks for a second factor lets members without one only add it", async () => {
  const { email, password, ctx } = await givenMember((await givenCompany()).ctx);
  await asOwner(ctx.company.id, "update company set second_factor_required = true where id = $1", [ctx.company.id]);
  const outcome = await signIn({ email, password }, STRANGER);
  if (!outcome.ok) throw new Error(outcome.reason);
  const before = await sessionContext(outcome.session, systemClock);
  expect(before?.session.lacksSecondFactor).toBe(true);
  const own = { ...ctx, now: systemClock };
  const { secret } = await newAuthenticatorSecret(own);
  await setAuthenticator(own, { secret, code: codeAt(secret), password });
  expect((await sessionContext(outcome.session, systemClock))?.session.lacksSecondFactor).toBe(false);
});

test("in such a company, the password alone doesn’t let in whose second factor is a passkey", async () => {
  const { email, password, id, ctx } = await givenMember((await givenCompany()).ctx);
  const credential = { credentialId: new Uint8Array(randomBytes(16)), publicKey: new Uint8Array(1), counter: 0 };
  await inCompany(ctx.company.id, (tx) => insertPasskey(tx, id, { ...credential, name: "Laptop", transports: [] }));
  expect(await signIn({ email, password }, STRANGER)).toMatchObject({ ok: true });
  await asOwner(ctx.company.id, "update company set second_factor_required = true where id = $1", [ctx.company.id]);
  expect(await signIn({ email, password }, STRANGER)).toEqual({ ok: false, reason: "passkey_needed" });
  expect(await signIn({ email, password: "wrong" }, STRANGER)).toEqual({ ok: false, reason: "wrong" });
  const own = { ...ctx, now: systemClock };
  const { secret } = await newAuthenticatorSecret(own);
  await setAuthenticator(own, { secret, code: codeAt(secret, -1), password });
  expect(await signIn({ email, password, code: codeAt(secret) }, STRANGER)).toMatchObject({ ok: true });
});
