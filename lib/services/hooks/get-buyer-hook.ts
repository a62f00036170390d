import type { BuyerHook } from "@/lib/contracts/hooks";
import { readInCompanySql } from "@/lib/db/in-company";
import { findEndpointOfBuyer } from "@/lib/db/webhooks/find-endpoint";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { nameOfBuyer } from "./name-of-buyer";
import { presentHook } from "./present-hook";

/** The address at which a buyer posts; null where it has none yet. Throws `Forbidden` or `NotFound`. */
export async function getBuyerHook(ctx: Context, buyerId: number): Promise<BuyerHook | null> {
  permit(ctx.actor, "read", "settings");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const name = await nameOfBuyer(tx, buyerId);
    const endpoint = await findEndpointOfBuyer(tx, buyerId);
    return endpoint && presentHook(tx, endpoint, { id: buyerId, name }, ctx.now());
  });
}
