import { hash, verify } from "@node-rs/argon2";
import { deviceName, newDevice } from "./known-device";
import { forgive, throttled } from "./sign-in-throttle";
import { findMemberByEmail } from "./sql/lookup";

export type SignIn =
  | { readonly ok: true; readonly member: { readonly id: number; readonly name: string }; readonly device: string }
  | { readonly ok: false; readonly reason: "wrong" }
  | { readonly ok: false; readonly reason: "too_many_attempts"; readonly retryAfterSeconds: number };

/** The network of a sign-in, and the device's token for this member. */
export type Visitor = {
  readonly network: string | null;
  readonly deviceOf: (memberId: number) => string | undefined;
};
const STRANGER: Visitor = { network: null, deviceOf: () => undefined };

/**
 * OWASP's Password Storage Cheat Sheet: the argon2id parameters with the least memory, 19 MiB, two passes, one thread.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/**
 * Checks e-mail and password. Too many failures block the account on all but its known devices, and the network for all
 * accounts, for up to 15 minutes on every server. `device` is the token to store.
 */
export async function signIn(email: string, password: string, visitor: Visitor = STRANGER): Promise<SignIn> {
  const account = email.trim().toLowerCase();
  const member = await findMemberByEmail(account);
  const token = member ? visitor.deviceOf(member.id) : undefined;
  const device = member && deviceName(member, token);
  const attempt = device ? { device } : { account, network: visitor.network };
  const retryAfterSeconds = await throttled(attempt);
  if (retryAfterSeconds !== null) return { ok: false, reason: "too_many_attempts", retryAfterSeconds };
  const matches = await verify(member?.passwordHash ?? (await nobody()), password);
  if (!member || !matches) return { ok: false, reason: "wrong" };
  await forgive(attempt);
  return { ok: true, member: { id: member.id, name: member.name }, device: (device && token) || newDevice(member) };
}

let nobodysHash: Promise<string> | undefined;

/** An unknown e-mail takes as long as a wrong password. */
function nobody(): Promise<string> {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  return nobodysHash;
}
