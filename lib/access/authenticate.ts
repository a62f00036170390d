import { timingSafeEqual } from "node:crypto";
import type { Clock } from "@/lib/platform/config/clock";
import { Batcher } from "@/lib/platform/sql/batcher";
import type { Context } from "./context";
import { credentialHash } from "./credential-hash";
import { accessOf, SECURE_TOKEN_ACCESS } from "./domain/roles";
import {
  type Found,
  findApiKeys,
  findMembers,
  findSecureTokens,
  type KeyRecord,
  type MemberRecord,
  type TokenRecord,
} from "./sql/lookup";

const LOOK_UPS_AT_ONCE = 500;

type LookUps = {
  readonly keys: Batcher<Uint8Array, Found<KeyRecord> | null>;
  readonly members: Batcher<number, Found<MemberRecord> | null>;
  readonly tokens: Batcher<Uint8Array, Found<TokenRecord> | null>;
};
const shared = globalThis as { callmarkLookUps?: LookUps };
shared.callmarkLookUps ??= {
  keys: new Batcher(findApiKeys, LOOK_UPS_AT_ONCE),
  members: new Batcher(findMembers, LOOK_UPS_AT_ONCE),
  tokens: new Batcher(findSecureTokens, LOOK_UPS_AT_ONCE),
};
const lookUps = shared.callmarkLookUps;

/** The context of an API key, or null. With a key id, it has to be the id of this very secret. */
export async function authenticateApiKey(secret: string, now: Clock, keyId?: string): Promise<Context | null> {
  const found = await lookUps.keys.add(credentialHash(secret));
  if (!found || (keyId !== undefined && !same(keyId, found.credential.keyId))) return null;
  const { id, name, role, grants } = found.credential;
  return { company: found.company, actor: { type: "api_key", id, name, access: accessOf(role, grants) }, now };
}

/** The context of a company's secure token, or null. */
export async function authenticateSecureToken(token: string, now: Clock): Promise<Context | null> {
  const found = await lookUps.tokens.add(credentialHash(token));
  if (!found) return null;
  const { id, name } = found.credential;
  return { company: found.company, actor: { type: "secure_token", id, name, access: SECURE_TOKEN_ACCESS }, now };
}

export type MemberContext = Context & { readonly role: string; readonly email: string };

/** The context of a signed-in member, as they are now: a role taken away counts from the next request on. */
export async function memberContext(memberId: number, now: Clock): Promise<MemberContext | null> {
  const found = await lookUps.members.add(memberId);
  if (!found) return null;
  const { id, name, email, role, grants } = found.credential;
  return {
    company: found.company,
    actor: { type: "member", id, name, access: accessOf(role, grants) },
    now,
    role,
    email,
  };
}

function same(given: string, known: string): boolean {
  return timingSafeEqual(credentialHash(given), credentialHash(known));
}
