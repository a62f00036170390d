import type { Context } from "@/lib/access/context";
import { reachesBuyer } from "@/lib/access/domain/actor";
import { permitOnCalls } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import type { Call } from "@/lib/call/contract/call";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { presentCall } from "@/lib/call/present-call";
import { findCall } from "@/lib/call/sql/find-call";
import { overCaps } from "@/lib/cap/over-caps";
import { readInCompanySql } from "@/lib/platform/sql/in-company";

export async function getCall(ctx: Context, ref: CallRef): Promise<Call> {
  permitOnCalls(ctx.actor, "read", "calls");
  const { view, over } = await readInCompanySql(ctx.company.id, async (tx) => {
    const view = await findCall(tx, ref);
    if (!view || !reachesBuyer(ctx.actor, view.sides.buyer.party?.id ?? null)) throw new NotFound();
    return { view, over: await overCaps(tx, [view]) };
  });
  return presentCall(ctx, view, over.get(view.id));
}
