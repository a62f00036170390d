import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { PricingTokens } from "../domain/pricing-tokens";

export type PricingTokensJson = { readonly buyer: boolean; readonly token: string }[];

/**
 * Tokens that any settings version of the company uses as an amount, as JSON. Refers to no table of the outer query, so
 * PostgreSQL computes it once per statement.
 */
export function pricingTokensJson(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    (select coalesce(jsonb_agg(distinct jsonb_build_object('buyer', r.buyer_id is not null, 'token', t.token)), '[]')
      from rule_set r cross join lateral unnest(r.amount_tokens) as t(token)
      where r.company_id = ${tx.company} and r.amount_tokens <> '{}')`;
}

export function pricingTokens(json: PricingTokensJson): PricingTokens {
  return {
    buyer: new Set(json.flatMap(({ buyer, token }) => (buyer ? [token] : []))),
    offer: new Set(json.flatMap(({ buyer, token }) => (buyer ? [] : [token]))),
  };
}

export async function readPricingTokens(tx: SqlTx): Promise<PricingTokens> {
  const [row] = await tx.$queryRaw<{ pricing: PricingTokensJson }[]>`select ${pricingTokensJson(tx)} as pricing`;
  return pricingTokens(row?.pricing ?? []);
}
