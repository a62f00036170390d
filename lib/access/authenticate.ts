import { timingSafeEqual } from "node:crypto";
import { DomainError } from "@/lib/base/errors";
import type { Clock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { Batcher } from "@/lib/platform/sql/batcher";
import { allowsAddress } from "./allows-address";
import type { Context } from "./context";
import { credentialHash } from "./credential-hash";
import { accessOf, limitedAccess, tokenAccess } from "./domain/roles";
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

type KeySender = {
  /** If sent, it must belong to the secret. */
  readonly keyId?: string | undefined;
  readonly address?: string | null;
};

/** The context of an API key, or null. Throws `WrongAddress` for a key that does not work from the sender's address. */
export async function authenticateApiKey(
  secret: string,
  now: Clock,
  { keyId, address = null }: KeySender = {},
): Promise<Context | null> {
  const record = await lookUps.keys.add(credentialHash(secret));
  if (!record || (keyId !== undefined && !same(keyId, record.credential.keyId))) return null;
  const { id, name, role, grants, readOnly, buyerIds, addresses } = record.credential;
  if (!allowsAddress(addresses, address)) {
    log().warn({ company: record.company.id, apiKey: id, address }, "API key used from a wrong address");
    throw new WrongAddress(address);
  }
  await noteUse("api_key", record.company.id, id, now());
  const access = limitedAccess(accessOf(role, grants), { readOnly, buyerIds });
  const actor = { type: "api_key", id, name, access, ...(buyerIds.length > 0 && { buyerIds }) } as const;
  return { company: record.company, actor, now };
}

class WrongAddress extends DomainError {
  constructor(address: string | null) {
    super(
      "forbidden",
      `This API key doesn’t work from ${address ?? "this address"}. Send from an address that the key allows. Nothing was saved.`,
    );
  }
}

/** The context of a secure token of a company or buyer, or null. */
export async function authenticateSecureToken(token: string, now: Clock): Promise<Context | null> {
  const record = await lookUps.tokens.add(credentialHash(token));
  if (!record) return null;
  const { id, name, buyerId } = record.credential;
  await noteUse("secure_token", record.company.id, id, now());
  const access = tokenAccess(record.credential);
  const actor = { type: "secure_token", id, name, access, ...(buyerId !== null && { buyerIds: [buyerId] }) } as const;
  return { company: record.company, actor, now };
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
