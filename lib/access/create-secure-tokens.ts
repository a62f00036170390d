import { recordAudits } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import { assertBuyers } from "./assert-buyers";
import type { Context } from "./context";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import { tokenAccess } from "./domain/roles";
import { permit, permitAtMost } from "./permit";
import { insertSecureTokens } from "./sql/insert-credentials";

export type NewSecureToken = {
  readonly name: string;
  /** The buyer whose calls it reaches; absent for all calls. */
  readonly buyerId?: number;
};
/** `token` is shown once; the database stores its hash. */
export type CreatedSecureToken = { readonly id: number; readonly token: string };

/**
 * Creates tokens of 40 letters and digits. Throws `Forbidden`, also if a token could do more than its creator, or
 * `Invalid` for an unknown buyer.
 */
export async function createSecureTokens(
  ctx: Context,
  wanted: readonly NewSecureToken[],
): Promise<CreatedSecureToken[]> {
  permit(ctx.actor, "update", "keys");
  // The company can let its tokens update the offer side at any time.
  for (const { buyerId = null } of wanted) permitAtMost(ctx.actor, tokenAccess({ buyerId, offerSide: true }));
  const tokens = wanted.map(({ name, buyerId = null }) => ({ name, buyerId, token: createSecret() }));
  const rows = tokens.map(({ token, ...row }) => ({ ...row, tokenHash: credentialHash(token) }));
  const ids = await inCompany(ctx.company.id, async (tx) => {
    await assertBuyers(
      tx,
      "buyer_id",
      rows.flatMap(({ buyerId }) => buyerId ?? []),
    );
    const ids = await insertSecureTokens(tx, rows);
    await recordAudits(
      tx,
      ctx,
      rows.map(({ name, buyerId }, at) => ({
        action: "secure_token.created",
        id: ids[at] ?? null,
        after: { name, ...(buyerId !== null && { buyer_id: buyerId }) },
      })),
    );
    return ids;
  });
  return ids.flatMap((id, position) => {
    const made = tokens[position];
    return made ? [{ id, token: made.token }] : [];
  });
}
