import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, NotFound } from "@/lib/base/errors";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { ApiKey, NewApiKey, RotateApiKey } from "./contract/credential";
import { createApiKeys, createKeySecret } from "./create-api-keys";
import { credentialHash } from "./credential-hash";
import { accessOf, limitedAccess } from "./domain/roles";
import { permit, permitAtMost } from "./permit";
import { readBuyerNames } from "./sql/buyer-names";
import { type KeyRow, listKeys, lockKey, replaceKeySecret, revokeKey } from "./sql/credentials";

const OVERLAP_HOURS = 24;

/** Newest first, revoked ones included. Throws `Forbidden`. */
export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  permit(ctx.actor, "read", "keys");
  return inCompany(ctx.company.id, async (tx) => presentKeys(tx, await listKeys(tx)));
}

type WithSecret = { readonly api_key: ApiKey; readonly secret: string };

/**
 * The secret is shown once. Throws `Forbidden`, also if the key could do more than its creator, or `Invalid` for an
 * unknown buyer.
 */
export async function createApiKey(ctx: Context, key: NewApiKey): Promise<WithSecret> {
  const [created] = await createApiKeys(ctx, [
    {
      name: key.name,
      role: key.role,
      grants: key.permissions ?? {},
      readOnly: key.read_only ?? false,
      buyerIds: key.buyer_ids ?? [],
      addresses: key.addresses ?? [],
    },
  ]);
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
    const { revokedAt, role, grants, readOnly, buyerIds } = await existing(tx, id);
    permitAtMost(ctx.actor, limitedAccess(accessOf(role, grants), { readOnly, buyerIds }));
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
  const [key] = await presentKeys(tx, [await existing(tx, id)]);
  if (!key) throw new Error("one key in, none out");
  return key;
}

async function presentKeys(tx: Tx, keys: readonly KeyRow[]): Promise<ApiKey[]> {
  const names = await readBuyerNames(
    tx,
    keys.flatMap(({ buyerIds }) => buyerIds),
  );
  return keys.map((key) => presentKey(key, names));
}

function presentKey(key: KeyRow, names: ReadonlyMap<number, string>): ApiKey {
  return {
    id: key.id,
    key_id: key.keyId,
    name: key.name,
    role: key.role,
    permissions: Object.fromEntries(Object.entries(key.grants).map(([area, level]) => [area, String(level)])),
    read_only: key.readOnly,
    buyers: key.buyerIds.map((id) => ({ id, name: names.get(id) ?? String(id) })),
    addresses: [...key.addresses],
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    previous_valid_until: key.previousValidUntil?.toISOString() ?? null,
  };
}
