import { recordAudits } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import type { Area, Level } from "./domain/access";
import { accessOf, type Role } from "./domain/roles";
import { permit, permitAtMost } from "./permit";
import { insertApiKeys } from "./sql/insert-credentials";

export type NewApiKey = {
  readonly name: string;
  readonly role: Role;
  /** Overrides of the role. */
  readonly grants?: Readonly<Partial<Record<Area, Level>>>;
};
/** `secret` is shown once; the database stores its hash. */
export type CreatedApiKey = { readonly id: number; readonly keyId: string; readonly secret: string };

const KEY_ID_LENGTH = 20;
/** Secret scanners recognize it. */
const SECRET_PREFIX = "cmk_";

export const createKeySecret = () => SECRET_PREFIX + createSecret();

/** Throws `Forbidden` if a key could do more than its creator. */
export async function createApiKeys(ctx: Context, keys: readonly NewApiKey[]): Promise<CreatedApiKey[]> {
  permit(ctx.actor, "update", "keys");
  for (const { role, grants = {} } of keys) permitAtMost(ctx.actor, accessOf(role, grants));
  const made = keys.map((key) => ({ key, keyId: createSecret(KEY_ID_LENGTH), secret: createKeySecret() }));
  const rows = made.map(({ key: { name, role, grants = {} }, keyId, secret }) => ({
    name,
    role,
    grants,
    keyId,
    secretHash: credentialHash(secret),
  }));
  const ids = await inCompany(ctx.company.id, async (tx) => {
    const ids = await insertApiKeys(tx, rows);
    await recordAudits(
      tx,
      ctx,
      keys.map(({ name, role, grants }, at) => ({
        action: "api_key.created",
        id: ids[at] ?? null,
        after: { name, role, grants },
      })),
    );
    return ids;
  });
  return ids.flatMap((id, position) => {
    const key = made[position];
    return key ? [{ id, keyId: key.keyId, secret: key.secret }] : [];
  });
}
