import { NotFound } from "@/lib/base/errors";
import type { Call } from "@/lib/contracts/calls";
import type { CallRef } from "@/lib/conversion/domain/request";
import { findCall } from "@/lib/db/calls/find-call";
import { readInCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import { overCaps } from "../caps/over-caps";
import type { Context } from "../context";
import { presentCall } from "./present-call";

export async function getCall(ctx: Context, ref: CallRef): Promise<Call> {
  permit(ctx.actor, "read", "calls");
  const { view, over } = await readInCompany(ctx.company.id, async (tx) => {
    const view = await findCall(tx, ref);
    if (!view) throw new NotFound();
    return { view, over: await overCaps(tx, [view]) };
  });
  return presentCall(ctx, view, over.get(view.id));
}
