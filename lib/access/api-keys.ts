import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, NotFound } from "@/lib/base/errors";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { ApiKey, NewApiKey, RotateApiKey } from "./contract/credential";
import { createApiKeys, createKeySecret } from "./create-api-keys";
import { credentialHash } from "./credential-hash";
import { accessOf } from "./domain/roles";
import { permit, permitAtMost } from "./permit";
import { type KeyRow, listKeys, lockKey, replaceKeySecret, revokeKey } from "./sql/credentials";

const OVERLAP_HOURS = 24;

/** Newest first, revoked ones included. Throws `Forbidden`. */
export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  permit(ctx.actor, "read", "keys");
  return (await inCompany(ctx.company.id, listKeys)).map(presentKey);
}

type WithSecret = { readonly api_key: ApiKey; readonly secret: string };

/** The secret is shown once. Throws `Forbidden`, also if the key could do more than its creator. */
export async function createApiKey(ctx: Context, key: NewApiKey): Promise<WithSecret> {
  const [created] = await createApiKeys(ctx, [key]);
  if (!created) throw new Error("one key in, none out");
  return { api_key: await inCompany(ctx.company.id, (tx) => readKey(tx, created.id)), secret: created.secret };
}

/**
 * Replaces the secret; the old one works for another 24 hours unless it ends at once. Throws `Forbidden`, also if the key
 * can do more than the actor, `NotFound` or `Conflict`.
 */
export async function rotateApiKey(ctx: Context, id: number, { at_once = false }: RotateApiKey): Promise<WithSecret> {
  permit(ctx.actor, "update", "keys");
  const secret = createKeySecret();
  return inCompany(ctx.company.id, async (tx) => {
    const { revokedAt, role, grants } = await existing(tx, id);
    permitAtMost(ctx.actor, accessOf(role, grants));
    if (revokedAt) throw new Conflict("This key is revoked. Create a new one.");
    await replaceKeySecret(tx, id, { secretHash: credentialHash(secret), overlapHours: at_once ? 0 : OVERLAP_HOURS });
    await recordAudit(tx, ctx, { action: "api_key.rotated", id, after: { at_once } });
    return { api_key: await readKey(tx, id), secret };
  });
}

/** Ends a key at once, for good. Throws `Forbidden` or `NotFound`. */
export async function revokeApiKey(ctx: Context, id: number): Promise<{ readonly revoked_at: string }> {
  permit(ctx.actor, "update", "keys");
  const revokedAt = await inCompany(ctx.company.id, async (tx) => {
    const at = await revokeKey(tx, id, ctx.now());
    if (at) await recordAudit(tx, ctx, { action: "api_key.revoked", id });
    return at;
  });
  if (!revokedAt) throw new NotFound();
  return { revoked_at: revokedAt.toISOString() };
}

async function existing(tx: Tx, id: number): Promise<KeyRow> {
  const key = await lockKey(tx, id);
  if (!key) throw new NotFound();
  return key;
}

async function readKey(tx: Tx, id: number): Promise<ApiKey> {
  return presentKey(await existing(tx, id));
}

function presentKey(key: KeyRow): ApiKey {
  return {
    id: key.id,
    key_id: key.keyId,
    name: key.name,
    role: key.role,
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    previous_valid_until: key.previousValidUntil?.toISOString() ?? null,
  };
}
