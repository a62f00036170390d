import { authenticateApiKey, authenticateSecureToken } from "@/lib/access/authenticate";
import type { Context } from "@/lib/access/context";
import { type CreatedApiKey, createApiKeys, type NewApiKey } from "@/lib/access/create-api-keys";
import { type CreatedSecureToken, createSecureTokens } from "@/lib/access/create-secure-tokens";
import type { Area, Level } from "@/lib/access/domain/access";
import type { Role } from "@/lib/access/domain/roles";

/** An API key and its context, with the company's clock. */
export async function givenApiKey(
  ctx: Context,
  role: Role = "owner",
  grants: Readonly<Partial<Record<Area, Level>>> = {},
  limits: Pick<NewApiKey, "readOnly" | "buyerIds"> = {},
): Promise<CreatedApiKey & { readonly ctx: Context }> {
  const [key] = await createApiKeys(ctx, [{ name: `Key of ${role}`, role, grants, ...limits }]);
  const context = key ? await authenticateApiKey(key.secret, ctx.now) : null;
  if (!key || !context) throw new Error("the key was not made");
  return { ...key, ctx: context };
}

/** A secure token and its context, with the company's clock. With a buyer, it is the buyer's own. */
export async function givenSecureToken(
  ctx: Context,
  of: { readonly buyerId?: number } = {},
): Promise<CreatedSecureToken & { readonly ctx: Context }> {
  const [token] = await createSecureTokens(ctx, [{ name: "Buyers' systems", ...of }]);
  const context = token ? await authenticateSecureToken(token.token, ctx.now) : null;
  if (!token || !context) throw new Error("the token was not made");
  return { ...token, ctx: context };
}
