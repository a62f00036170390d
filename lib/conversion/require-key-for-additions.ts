import type { Context } from "@/lib/access/context";
import { readDeltasWithoutKey } from "@/lib/access/sql/company-settings";
import { Invalid } from "@/lib/base/errors";
import type { ConversionUpdate } from "@/lib/call/contract/call";
import { IDEMPOTENCY_KEY } from "@/lib/idempotency/read-idempotency-key";
import { readInCompanySql } from "@/lib/platform/sql/in-company";

type Additions = Pick<ConversionUpdate, "add_revenue" | "add_payout">;

/**
 * An addition that is sent twice is added twice, so it needs an Idempotency-Key unless the company allows it without.
 * Throws `Invalid`.
 */
export async function requireKeyForAdditions(ctx: Context, adds: boolean): Promise<void> {
  if (!adds || ctx.idempotencyKey || (await readInCompanySql(ctx.company.id, readDeltasWithoutKey))) return;
  throw new Invalid({
    [IDEMPOTENCY_KEY]: "Send an Idempotency-Key with add_revenue and add_payout, so that a retry isn’t added twice.",
  });
}

export function addsToAmounts({ add_revenue, add_payout }: Additions): boolean {
  return add_revenue !== undefined || add_payout !== undefined;
}
