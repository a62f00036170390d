import { timingSafeEqual } from "node:crypto";
import type { Clock } from "@/lib/platform/config/clock";
import { Batcher } from "@/lib/platform/sql/batcher";
import type { Context } from "./context";
import { credentialHash } from "./credential-hash";
import { accessOf, SECURE_TOKEN_ACCESS } from "./domain/roles";
import { noteUse } from "./note-use";
import {
  findApiKeys,
  findMembers,
  findSecureTokens,
  type KeyRecord,
  type Lookup,
  type MemberRecord,
  type TokenRecord,
} from "./sql/lookup";

const LOOK_UPS_AT_ONCE = 500;

type LookUps = {
  readonly keys: Batcher<Uint8Array, Lookup<KeyRecord> | null>;
  readonly members: Batcher<number, Lookup<MemberRecord> | null>;
  readonly tokens: Batcher<Uint8Array, Lookup<TokenRecord> | null>;
};
const shared = globalThis as { callmarkLookUps?: LookUps };
shared.callmarkLookUps ??= {
  keys: new Batcher(findApiKeys, LOOK_UPS_AT_ONCE),
  members: new Batcher(findMembers, LOOK_UPS_AT_ONCE),
  tokens: new Batcher(findSecureTokens, LOOK_UPS_AT_ONCE),
};
const lookUps = shared.callmarkLookUps;

/** The context of an API key, or null. A `keyId` that is sent must belong to the secret. */
export async function authenticateApiKey(secret: string, now: Clock, keyId?: string): Promise<Context | null> {
  const record = await lookUps.keys.add(credentialHash(secret));
  if (!record || (keyId !== undefined && !same(keyId, record.credential.keyId))) return null;
  const { id, name, role, grants } = record.credential;
  await noteUse("api_key", id, now());
  return { company: record.company, actor: { type: "api_key", id, name, access: accessOf(role, grants) }, now };
}

/** The context of a company's secure token, or null. */
export async function authenticateSecureToken(token: string, now: Clock): Promise<Context | null> {
  const record = await lookUps.tokens.add(credentialHash(token));
  if (!record) return null;
  const { id, name } = record.credential;
  await noteUse("secure_token", id, now());
  return { company: record.company, actor: { type: "secure_token", id, name, access: SECURE_TOKEN_ACCESS }, now };
}

export type MemberContext = Context & { readonly role: string; readonly email: string };

/** The context of a signed-in member. The role is read now, so a changed role counts from the next request. */
export async function memberContext(memberId: number, now: Clock): Promise<MemberContext | null> {
  const record = await lookUps.members.add(memberId);
  if (!record) return null;
  const { id, name, email, role, grants } = record.credential;
  return {
    company: record.company,
    actor: { type: "member", id, name, access: accessOf(role, grants) },
    now,
    role,
    email,
  };
}

function same(sent: string, expected: string): boolean {
  return timingSafeEqual(credentialHash(sent), credentialHash(expected));
}
