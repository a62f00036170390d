import { inCompany } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import { createSecret } from "./create-secret";
import { credentialHash } from "./credential-hash";
import { permit } from "./permit";
import { insertSecureTokens } from "./sql/insert-credentials";

/** `token` is seen here for the only time: the database keeps its hash. */
export type CreatedSecureToken = { readonly id: number; readonly token: string };

/** One token of forty letters and digits for each name. */
export async function createSecureTokens(ctx: Context, names: readonly string[]): Promise<CreatedSecureToken[]> {
  permit(ctx.actor, "update", "keys");
  const tokens = names.map((name) => ({ name, token: createSecret() }));
  const rows = tokens.map(({ name, token }) => ({ name, tokenHash: credentialHash(token) }));
  const ids = await inCompany(ctx.company.id, (tx) => insertSecureTokens(tx, rows));
  return ids.flatMap((id, position) => {
    const made = tokens[position];
    return made ? [{ id, token: made.token }] : [];
  });
}
