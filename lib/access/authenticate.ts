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
  findSessions,
  type KeyRecord,
  type Lookup,
  type MemberRecord,
  type SessionRecord,
  type TokenRecord,
} from "./sql/lookup";

const LOOK_UPS_AT_ONCE = 500;

type LookUps = {
  readonly keys: Batcher<Uint8Array, Lookup<KeyRecord> | null>;
  readonly members: Batcher<number, Lookup<MemberRecord> | null>;
  readonly sessions: Batcher<Uint8Array, Lookup<SessionRecord> | null>;
  readonly tokens: Batcher<Uint8Array, Lookup<TokenRecord> | null>;
};
const shared = globalThis as { callmarkLookUps?: LookUps };
shared.callmarkLookUps ??= {
  keys: new Batcher(findApiKeys, LOOK_UPS_AT_ONCE),
  members: new Batcher(findMembers, LOOK_UPS_AT_ONCE),
  sessions: new Batcher(findSessions, LOOK_UPS_AT_ONCE),
  tokens: new Batcher(findSecureTokens, LOOK_UPS_AT_ONCE),
};
const lookUps = shared.callmarkLookUps;

/** The context of an API key, or null. A `keyId` that is sent must belong to the secret. */
export async function authenticateApiKey(secret: string, now: Clock, keyId?: string): Promise<Context | null> {
  const record = await lookUps.keys.add(credentialHash(secret));
  if (!record || (keyId !== undefined && !same(keyId, record.credential.keyId))) return null;
  const { id, name, role, grants } = record.credential;
  await noteUse("api_key", record.company.id, id, now());
  return { company: record.company, actor: { type: "api_key", id, name, access: accessOf(role, grants) }, now };
}

/** The context of a company's secure token, or null. */
export async function authenticateSecureToken(token: string, now: Clock): Promise<Context | null> {
  const record = await lookUps.tokens.add(credentialHash(token));
  if (!record) return null;
  const { id, name } = record.credential;
  await noteUse("secure_token", record.company.id, id, now());
  return { company: record.company, actor: { type: "secure_token", id, name, access: SECURE_TOKEN_ACCESS }, now };
}

export type MemberContext = Context & { readonly role: string; readonly email: string };
export type SessionContext = MemberContext & Required<Pick<Context, "session">>;

/** The context of the session with this secret, or null. All is read now, so an ended session or a new role counts at once. */
export async function sessionContext(secret: string, now: Clock): Promise<SessionContext | null> {
  const record = await lookUps.sessions.add(credentialHash(secret));
  if (!record) return null;
  const { sessionId, lacksSecondFactor } = record.credential;
  await noteUse("session", record.company.id, sessionId, now());
  return { ...contextOf(record, now), session: { id: sessionId, lacksSecondFactor } };
}

/** The context of a member without a session, for what runs on their behalf. */
export async function memberContext(memberId: number, now: Clock): Promise<MemberContext | null> {
  const record = await lookUps.members.add(memberId);
  return record && contextOf(record, now);
}

function contextOf({ company, credential }: Lookup<MemberRecord>, now: Clock): MemberContext {
  const { id, name, email, role, grants } = credential;
  return { company, actor: { type: "member", id, name, access: accessOf(role, grants) }, now, role, email };
}

function same(sent: string, expected: string): boolean {
  return timingSafeEqual(credentialHash(sent), credentialHash(expected));
}
