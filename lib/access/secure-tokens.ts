import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { NewSecureToken, SecureToken } from "./contract/credential";
import { createSecureTokens } from "./create-secure-tokens";
import { permit } from "./permit";
import { listTokens, revokeToken, type TokenRow } from "./sql/credentials";

/** Newest first, revoked ones included. Throws `Forbidden`. */
export async function listSecureTokens(ctx: Context): Promise<SecureToken[]> {
  permit(ctx.actor, "read", "keys");
  return (await inCompany(ctx.company.id, listTokens)).map(presentToken);
}

/** The token is shown once. Throws `Forbidden`. */
export async function createSecureToken(
  ctx: Context,
  { name }: NewSecureToken,
): Promise<{ readonly secure_token: SecureToken; readonly token: string }> {
  const [created] = await createSecureTokens(ctx, [name]);
  if (!created) throw new Error("one token in, none out");
  return { secure_token: await inCompany(ctx.company.id, (tx) => readToken(tx, created.id)), token: created.token };
}

/** Ends a token at once, for good. Throws `Forbidden` or `NotFound`. */
export async function revokeSecureToken(ctx: Context, id: number): Promise<{ readonly revoked_at: string }> {
  permit(ctx.actor, "update", "keys");
  const revokedAt = await inCompany(ctx.company.id, async (tx) => {
    const at = await revokeToken(tx, id, ctx.now());
    if (at) await recordAudit(tx, ctx, { action: "secure_token.revoked", id });
    return at;
  });
  if (!revokedAt) throw new NotFound();
  return { revoked_at: revokedAt.toISOString() };
}

async function readToken(tx: Tx, id: number): Promise<SecureToken> {
  const token = (await listTokens(tx)).find((row) => row.id === id);
  if (!token) throw new NotFound();
  return presentToken(token);
}

function presentToken({ id, name, createdAt, lastUsedAt, revokedAt }: TokenRow): SecureToken {
  return {
    id,
    name,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
    revoked_at: revokedAt?.toISOString() ?? null,
  };
}
