import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import { passwordProblem } from "./check-password";
import type { Context } from "./context";
import type { NewAuthenticator, PasswordChange, SecondFactors } from "./contract/security";
import { hashPassword } from "./passwords";
import { presentPasskey } from "./present-security";
import { renewRecoveryCodes, sealTotp } from "./second-factor";
import { confirmPassword, lockSelf, readSelf } from "./self";
import { revokeLinks } from "./sql/member-links";
import { savePassword } from "./sql/members";
import { listPasskeys } from "./sql/passkeys";
import { isSecondFactorRequired, saveRecoveryCodes, saveTotp } from "./sql/second-factor";
import { endSessions } from "./sql/sessions";
import { newTotpSecret, totpStep, totpUri } from "./totp";

/**
 * Sets a new password, and ends all other sessions and links to set one. Returns how many sessions ended. Throws
 * `Forbidden`, `Invalid` or `Conflict`.
 */
export async function changePassword(ctx: Context, change: PasswordChange): Promise<number> {
  const self = await confirmPassword(ctx, change.current_password, "current_password");
  const problem = await passwordProblem(change.new_password, [self.name, self.email, ctx.company.name]);
  if (problem) throw new Invalid({ new_password: problem });
  if (change.new_password === change.current_password)
    throw new Invalid({ new_password: "This is your password already. Enter another one." });
  const passwordHash = await hashPassword(change.new_password);
  return inCompany(ctx.company.id, async (tx) => {
    await lockSelf(tx, self);
    await savePassword(tx, self.id, passwordHash);
    await revokeLinks(tx, self.id);
    const ended = await endSessions(tx, self.id, { but: ctx.session?.id ?? null });
    await recordAudit(tx, ctx, { action: "member.password_changed", id: self.id, after: { ended_sessions: ended } });
    return ended;
  });
}

/** What the member who asks signs in with. Throws `Forbidden`. */
export async function getSecondFactors(ctx: Context): Promise<SecondFactors> {
  const self = await readSelf(ctx);
  return inCompany(ctx.company.id, async (tx) => ({
    status: 200,
    authenticator: self.hasAuthenticator,
    passkeys: (await listPasskeys(tx, self.id)).map(presentPasskey),
    recovery_codes_left: self.recoveryCodes,
    required: await isSecondFactorRequired(tx),
  }));
}

/** A secret for an authenticator app. It counts only once a code of it was confirmed. Throws `Forbidden`. */
export async function newAuthenticatorSecret(ctx: Context): Promise<{ readonly secret: string; readonly uri: string }> {
  const self = await readSelf(ctx);
  const secret = newTotpSecret();
  return { secret, uri: totpUri(secret, self.email, ctx.company.name) };
}

/** Sets the authenticator app in place of one before. Returns new recovery codes. Throws `Forbidden` or `Invalid`. */
export async function setAuthenticator(ctx: Context, { secret, code, password }: NewAuthenticator): Promise<string[]> {
  const self = await confirmPassword(ctx, password);
  const step = totpStep(secret, code.replace(/\s/g, ""), ctx.now());
  if (step === null)
    throw new Invalid({
      code: "This code is wrong or too old. Check the time of the phone, then enter the next code.",
    });
  return inCompany(ctx.company.id, async (tx) => {
    const { hasAuthenticator: replaced } = await lockSelf(tx, self);
    await saveTotp(tx, self.id, sealTotp(ctx.company.id, self.id, secret), step);
    const codes = await renewRecoveryCodes(tx, self.id);
    const after = { authenticator: true, replaced };
    await recordAudit(tx, ctx, { action: "member.second_factor_added", id: self.id, after });
    return codes;
  });
}

/** Removes the authenticator app and the recovery codes. Throws `Forbidden`, `Invalid` or `NotFound`. */
export async function removeAuthenticator(ctx: Context, password: string): Promise<void> {
  const self = await confirmPassword(ctx, password);
  await inCompany(ctx.company.id, async (tx) => {
    if (!(await lockSelf(tx, self)).hasAuthenticator) throw new NotFound();
    await saveTotp(tx, self.id, null);
    await saveRecoveryCodes(tx, self.id, []);
    const after = { authenticator: false };
    await recordAudit(tx, ctx, { action: "member.second_factor_removed", id: self.id, after });
  });
}

/** Replaces all recovery codes. Throws `Forbidden`, `Invalid`, or `NotFound` without an authenticator app. */
export async function renewOwnRecoveryCodes(ctx: Context, password: string): Promise<string[]> {
  const self = await confirmPassword(ctx, password);
  return inCompany(ctx.company.id, async (tx) => {
    if (!(await lockSelf(tx, self)).hasAuthenticator) throw new NotFound("Set up an authenticator app first.");
    const codes = await renewRecoveryCodes(tx, self.id);
    await recordAudit(tx, ctx, {
      action: "member.second_factor_added",
      id: self.id,
      after: { recovery_codes: codes.length },
    });
    return codes;
  });
}
