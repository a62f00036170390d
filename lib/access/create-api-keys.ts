import { recordAudits } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import { assertBuyers } from "./assert-buyers";
import type { Context } from "./context";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import type { Area, Level } from "./domain/access";
import { accessOf, limitedAccess, type Role } from "./domain/roles";
import { permit, permitAtMost } from "./permit";
import { insertApiKeys } from "./sql/insert-credentials";

export type NewApiKey = {
  readonly name: string;
  readonly role: Role;
  /** Overrides of the role. */
  readonly grants?: Readonly<Partial<Record<Area, Level>>>;
  readonly readOnly?: boolean;
  /** The buyers whose calls it reaches; none for all calls. */
  readonly buyerIds?: readonly number[];
  /** Addresses and networks that it works from; none for everywhere. */
  readonly addresses?: readonly string[];
};
/** `secret` is shown once; the database stores its hash. */
export type CreatedApiKey = { readonly id: number; readonly keyId: string; readonly secret: string };

const KEY_ID_LENGTH = 20;
/** Secret scanners recognize it. */
const SECRET_PREFIX = "cmk_";

export const createKeySecret = () => SECRET_PREFIX + createSecret();

/** Throws `Forbidden` if a key could do more than its creator, or `Invalid` for an unknown buyer. */
export async function createApiKeys(ctx: Context, keys: readonly NewApiKey[]): Promise<CreatedApiKey[]> {
  permit(ctx.actor, "update", "keys");
  for (const { role, grants = {}, readOnly = false, buyerIds = [] } of keys) {
    permitAtMost(ctx.actor, limitedAccess(accessOf(role, grants), { readOnly, buyerIds }));
  }
  const made = keys.map((key) => ({ key, keyId: createSecret(KEY_ID_LENGTH), secret: createKeySecret() }));
  const rows = made.map(({ key, keyId, secret }) => ({
    name: key.name,
    role: key.role,
    grants: key.grants ?? {},
    readOnly: key.readOnly ?? false,
    buyerIds: [...new Set(key.buyerIds)],
    addresses: [...new Set(key.addresses)],
    keyId,
    secretHash: credentialHash(secret),
  }));
  const ids = await inCompany(ctx.company.id, async (tx) => {
    await assertBuyers(
      tx,
      "buyer_ids",
      rows.flatMap(({ buyerIds }) => buyerIds),
    );
    const ids = await insertApiKeys(tx, rows);
    await recordAudits(
      tx,
      ctx,
      rows.map(({ name, role, grants, readOnly, buyerIds, addresses }, at) => ({
        action: "api_key.created",
        id: ids[at] ?? null,
        after: { name, role, grants, read_only: readOnly, buyer_ids: buyerIds, addresses },
      })),
    );
    return ids;
  });
  return ids.flatMap((id, position) => {
    const key = made[position];
    return key ? [{ id, keyId: key.keyId, secret: key.secret }] : [];
  });
}
