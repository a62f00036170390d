import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { CapList } from "./contract";
import { measureNow } from "./measure-now";
import { presentCap } from "./present-cap";
import { type CapOwner, readCapOwner } from "./sql/list-caps";

/** Current and withdrawn caps of a buyer or traffic source, with current usage. Throws `Forbidden` or `NotFound`. */
export async function listCaps(ctx: Context, owner: CapOwner): Promise<CapList> {
  permit(ctx.actor, "read", "settings");
  const { name, caps, measured } = await readInCompany(ctx.company.id, async (tx) => {
    const ownerView = await readCapOwner(tx, owner, ctx.now(), { withdrawn: true });
    if (!ownerView) throw new NotFound();
    const inForce = ownerView.caps.filter(({ withdrawnAt }) => withdrawnAt === null);
    return { ...ownerView, measured: await measureNow(tx, owner, inForce, ctx.now()) };
  });
  const presented = caps.map((cap) => presentCap(ctx, cap, measured.get(cap.id)));
  return {
    status: 200,
    party: { id: owner.id, name },
    currency: ctx.company.currency,
    caps: presented.filter((cap) => cap.withdrawn_at === null),
    withdrawn: presented
      .filter((cap) => cap.withdrawn_at !== null)
      .sort((one, other) => Date.parse(other.withdrawn_at ?? "") - Date.parse(one.withdrawn_at ?? "")),
  };
}
