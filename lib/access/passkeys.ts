import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { env } from "@/lib/platform/config/env";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { NewPasskey, Passkey } from "./contract/security";
import { credentialHash } from "./credential-hash";
import { presentPasskey } from "./present-security";
import { confirmPassword, lockSelf, readSelf, selfOf } from "./self";
import { admit, noteFailure, type SignIn, type Visitor } from "./sign-in";
import { forgive, throttled } from "./sign-in-throttle";
import {
  countSignature,
  deletePasskey,
  findPasskey,
  insertPasskey,
  keepChallenge,
  listPasskeys,
  takeChallenge,
} from "./sql/passkeys";

/** The address that passkeys are bound to: https://www.w3.org/TR/webauthn-3/#relying-party-identifier */
function relyingParty() {
  const { hostname, origin } = new URL(env().NEXTAUTH_URL);
  return { rpID: hostname, expectedRPID: hostname, expectedOrigin: origin };
}

/** What the browser needs to make a passkey that works without a password. */
export async function passkeyOptions(ctx: Context) {
  const { id, email, name } = await readSelf(ctx);
  const registered = await inCompany(ctx.company.id, (tx) => listPasskeys(tx, id));
  const options = await generateRegistrationOptions({
    rpName: "Callmark",
    rpID: relyingParty().rpID,
    userName: email,
    userDisplayName: name,
    userID: new TextEncoder().encode(`callmark member ${id}`),
    excludeCredentials: registered.map(({ credentialId, transports }) => ({
      id: Buffer.from(credentialId).toString("base64url"),
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(credentialHash(options.challenge), id);
  return options;
}

/** Adds what the browser made. Throws `Invalid`. */
export async function addPasskey(ctx: Context, { name, password, response }: NewPasskey): Promise<Passkey> {
  const id = selfOf(ctx);
  const { expectedRPID, expectedOrigin } = relyingParty();
  const self = await confirmPassword(ctx, password);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: registrationIn(response),
    expectedChallenge: (challenge) => takeChallenge(credentialHash(challenge), id),
    expectedOrigin,
    expectedRPID,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) throw new Invalid({ response: "The passkey couldn’t be verified. Try again." });
  const { credential } = registrationInfo;
  return inCompany(ctx.company.id, async (tx) => {
    await lockSelf(tx, self);
    const passkeyId = await insertPasskey(tx, id, {
      name,
      credentialId: new Uint8Array(Buffer.from(credential.id, "base64url")),
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
    });
    if (passkeyId === null) throw new Invalid({ response: "This passkey was added before." });
    await recordAudit(tx, ctx, { action: "member.second_factor_added", id, after: { passkey: name } });
    const added = (await listPasskeys(tx, id)).find((row) => row.id === passkeyId);
    if (!added) throw new NotFound();
    return presentPasskey(added);
  });
}

/** Throws `Invalid` or `NotFound`. */
export async function removePasskey(ctx: Context, passkeyId: number, password: string): Promise<void> {
  const id = selfOf(ctx);
  const own = await inCompany(ctx.company.id, (tx) => listPasskeys(tx, id));
  if (!own.some((passkey) => passkey.id === passkeyId)) throw new NotFound();
  const self = await confirmPassword(ctx, password);
  await inCompany(ctx.company.id, async (tx) => {
    await lockSelf(tx, self);
    if (!(await deletePasskey(tx, id, passkeyId))) throw new NotFound();
    await recordAudit(tx, ctx, { action: "member.second_factor_removed", id, after: { passkey_id: passkeyId } });
  });
}

/** What the browser needs to sign in with any passkey of this address. */
export async function passkeySignInOptions() {
  const { rpID } = relyingParty();
  const options = await generateAuthenticationOptions({ rpID, userVerification: "required" });
  await keepChallenge(credentialHash(options.challenge), null);
  return options;
}

/** Signs in with a passkey, which is possession and, as it verifies its user, a second factor in one. */
export async function signInWithPasskey(response: PasskeyResponse, visitor: Visitor): Promise<SignIn> {
  const attempt = { account: `passkey ${response.id}`, network: visitor.network };
  const retryAfterSeconds = await throttled(attempt);
  if (retryAfterSeconds !== null) return { ok: false, reason: "too_many_attempts", retryAfterSeconds };
  const passkey = await findPasskey(Buffer.from(response.id, "base64url"));
  const member = passkey?.member ?? null;
  if (!passkey || !member || !(await isSigned(passkey, response))) {
    noteFailure(member, visitor, "passkey refused");
    return { ok: false, reason: "wrong" };
  }
  await forgive(attempt);
  return admit(member, visitor, "passkey");
}

/** As browsers send it; what it contains is verified by its signature. */
export type PasskeyResponse = AuthenticationResponseJSON;

async function isSigned(passkey: NonNullable<Awaited<ReturnType<typeof findPasskey>>>, response: PasskeyResponse) {
  const { expectedRPID, expectedOrigin } = relyingParty();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(credentialHash(challenge), null),
    expectedOrigin,
    expectedRPID,
    credential: {
      id: response.id,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) return false;
  return inCompany(passkey.member.company, (tx) => countSignature(tx, passkey.id, authenticationInfo.newCounter));
}

function registrationIn(text: string): RegistrationResponseJSON {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid({ response: "The passkey couldn’t be verified. Try again." });
  }
}
