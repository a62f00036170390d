import { insertApiKeys } from "@/lib/db/company/insert-credentials";
import type { Area, Level } from "@/lib/domain/access/access";
import type { Role } from "@/lib/domain/access/roles";
import { inCompany } from "@/lib/platform/sql/in-company";
import { credentialHash } from "../access/credential-hash";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { createSecret } from "./create-secret";

export type NewApiKey = {
  readonly name: string;
  readonly role: Role;
  /** Exceptions from the role. */
  readonly grants?: Readonly<Partial<Record<Area, Level>>>;
};
/** `secret` is seen here for the only time: the database keeps its hash. */
export type CreatedApiKey = { readonly id: number; readonly keyId: string; readonly secret: string };

const KEY_ID_LENGTH = 20;

export async function createApiKeys(ctx: Context, keys: readonly NewApiKey[]): Promise<CreatedApiKey[]> {
  permit(ctx.actor, "update", "keys");
  const made = keys.map((key) => ({ key, keyId: createSecret(KEY_ID_LENGTH), secret: createSecret() }));
  const rows = made.map(({ key: { name, role, grants = {} }, keyId, secret }) => ({
    name,
    role,
    grants,
    keyId,
    secretHash: credentialHash(secret),
  }));
  const ids = await inCompany(ctx.company.id, (tx) => insertApiKeys(tx, rows));
  return ids.flatMap((id, position) => {
    const key = made[position];
    return key ? [{ id, keyId: key.keyId, secret: key.secret }] : [];
  });
}
