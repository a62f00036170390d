import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { NewSecureToken, SecureToken } from "./contract/credential";
import { createSecureTokens } from "./create-secure-tokens";
import { permit } from "./permit";
import { readBuyerNames } from "./sql/buyer-names";
import { listTokens, revokeToken, type TokenRow } from "./sql/credentials";

/** Newest first, revoked ones included. Throws `Forbidden`. */
export async function listSecureTokens(ctx: Context): Promise<SecureToken[]> {
  permit(ctx.actor, "read", "keys");
  return inCompany(ctx.company.id, readTokens);
}

/** The token is shown once. Throws `Forbidden`, also if it could do more than its creator, or `Invalid` for an unknown buyer. */
export async function createSecureToken(
  ctx: Context,
  { name, buyer_id: buyerId }: NewSecureToken,
): Promise<{ readonly secure_token: SecureToken; readonly token: string }> {
  const [created] = await createSecureTokens(ctx, [{ name, ...(buyerId !== undefined && { buyerId }) }]);
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
  const token = (await readTokens(tx)).find((row) => row.id === id);
  if (!token) throw new NotFound();
  return token;
}

async function readTokens(tx: Tx): Promise<SecureToken[]> {
  const tokens = await listTokens(tx);
  const names = await readBuyerNames(
    tx,
    tokens.flatMap(({ buyerId }) => buyerId ?? []),
  );
  return tokens.map((token) => presentToken(token, names));
}

function presentToken(
  { id, name, buyerId, createdAt, lastUsedAt, revokedAt }: TokenRow,
  names: ReadonlyMap<number, string>,
): SecureToken {
  return {
    id,
    name,
    buyer: buyerId === null ? null : { id: buyerId, name: names.get(buyerId) ?? String(buyerId) },
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
    revoked_at: revokedAt?.toISOString() ?? null,
  };
}
