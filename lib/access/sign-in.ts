import { recordAudit } from "@/lib/audit/sql/record-audit";
import { systemClock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { inCompany } from "@/lib/platform/sql/in-company";
import { deviceName, newDevice } from "./known-device";
import { matchesPassword } from "./passwords";
import { useCode } from "./second-factor";
import { type Attempt, forgive, throttled } from "./sign-in-throttle";
import { findMemberByEmail, type SignInRecord } from "./sql/lookup";
import { type Entering, type Started, startSession, type Way } from "./start-session";

type SignedIn = Started & {
  readonly ok: true;
  /** The token to store on the device. */
  readonly device: string;
};
export type SignIn =
  | SignedIn
  | { readonly ok: false; readonly reason: "wrong" | "code_needed" | "wrong_code" | "passkey_needed" }
  | { readonly ok: false; readonly reason: "too_many_attempts"; readonly retryAfterSeconds: number };

/** From where somebody signs in, and the device's token for a member. */
export type Visitor = {
  readonly network: string | null;
  readonly address: string | null;
  readonly userAgent: string;
  readonly deviceOf: (memberId: number) => string | undefined;
};

export type Credentials = {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
};

/**
 * Checks e-mail, password and second factor, and starts a session. Too many failures block the account on all but its
 * known devices, and the network for all accounts, for up to 15 minutes on every server.
 */
export async function signIn({ email, password, code }: Credentials, visitor: Visitor): Promise<SignIn> {
  const account = email.trim().toLowerCase();
  const member = await findMemberByEmail(account);
  const attempt = attemptOf(account, member, visitor);
  const retryAfterSeconds = await throttled(attempt);
  if (retryAfterSeconds !== null) {
    logFailure(member, visitor, "too many attempts");
    return { ok: false, reason: "too_many_attempts", retryAfterSeconds };
  }
  const matches = await matchesPassword(member?.passwordHash ?? null, password);
  if (!member || !matches) {
    noteFailure(member, visitor, "wrong password");
    return { ok: false, reason: "wrong" };
  }
  if (member.totpSealed) {
    if (!code) return { ok: false, reason: "code_needed" };
    if (!(await inCompany(member.company, (tx) => useCode(tx, member.id, code, systemClock())))) {
      noteFailure(member, visitor, "wrong code");
      return { ok: false, reason: "wrong_code" };
    }
  }
  if (member.needsPasskey) {
    logFailure(member, visitor, "passkey needed");
    return { ok: false, reason: "passkey_needed" };
  }
  await forgive(attempt);
  return admit(member, visitor, member.totpSealed ? "password and code" : "password");
}

/** Starts the session of somebody who proved who they are, and makes the device a known one. */
export async function admit(member: Entering, visitor: Visitor, by: Way["by"]): Promise<SignIn> {
  const token = visitor.deviceOf(member.id);
  const knownDevice = deviceName(member, token) && token ? token : null;
  const started = await startSession(member, visitor, { by, isNewDevice: knownDevice === null });
  if (!started) {
    noteFailure(member, visitor, "changed meanwhile");
    return { ok: false, reason: "wrong" };
  }
  return { ok: true, device: knownDevice ?? newDevice(member), ...started };
}

/** A device of the member has a counter of its own. */
function attemptOf(account: string, member: SignInRecord | null, visitor: Visitor): Attempt {
  const device = member && deviceName(member, visitor.deviceOf(member.id));
  return device ? { device } : { account, network: visitor.network };
}

/** Nobody waits for the audit entry: only accounts that exist have one, which the time of the answer must not tell. */
export function noteFailure(member: Entering | null, visitor: Visitor, reason: string): void {
  logFailure(member, visitor, reason);
  if (!member) return;
  const by = {
    actor: { type: "member", id: member.id },
    now: systemClock,
    from: { address: visitor.address, requestId: null },
  };
  const entry = { action: "member.sign_in_failed", id: member.id, after: { reason } } as const;
  inCompany(member.company, (tx) => recordAudit(tx, by, entry)).catch((error: unknown) => {
    log().error({ member: member.id, error: error instanceof Error ? error.name : "" }, "failed sign-in not audited");
  });
}

function logFailure(member: Pick<Entering, "id"> | null, { address }: Visitor, reason: string): void {
  log().warn({ member: member?.id ?? null, address, reason }, "sign-in refused");
}
