import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { BuyerWebhook } from "./contract/webhook";
import { nameOfBuyer } from "./name-of-buyer";
import { presentWebhook } from "./present-webhook";
import { findEndpointOfBuyer } from "./sql/find-endpoint";

/** The webhook of a buyer; null if it has none. Throws `Forbidden` or `NotFound`. */
export async function getBuyerWebhook(ctx: Context, buyerId: number): Promise<BuyerWebhook | null> {
  permit(ctx.actor, "read", "settings");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const name = await nameOfBuyer(tx, buyerId);
    const endpoint = await findEndpointOfBuyer(tx, buyerId);
    return endpoint && presentWebhook(tx, endpoint, { id: buyerId, name }, ctx.now());
  });
}
