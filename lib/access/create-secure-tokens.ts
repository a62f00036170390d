import { recordAudits } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import { permit } from "./permit";
import { insertSecureTokens } from "./sql/insert-credentials";

/** `token` is shown once; the database stores its hash. */
export type CreatedSecureToken = { readonly id: number; readonly token: string };

/** Creates one token of 40 letters and digits per name. */
export async function createSecureTokens(ctx: Context, names: readonly string[]): Promise<CreatedSecureToken[]> {
  permit(ctx.actor, "update", "keys");
  const tokens = names.map((name) => ({ name, token: createSecret() }));
  const rows = tokens.map(({ name, token }) => ({ name, tokenHash: credentialHash(token) }));
  const ids = await inCompany(ctx.company.id, async (tx) => {
    const ids = await insertSecureTokens(tx, rows);
    await recordAudits(
      tx,
      ctx,
      names.map((name, at) => ({ action: "secure_token.created", id: ids[at] ?? null, after: { name } })),
    );
    return ids;
  });
  return ids.flatMap((id, position) => {
    const made = tokens[position];
    return made ? [{ id, token: made.token }] : [];
  });
}
