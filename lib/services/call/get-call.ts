import { findCall } from "@/lib/db/calls/find-call";
import { inCompany } from "@/lib/db/in-company";
import { NotFound } from "@/lib/domain/errors";
import type { Call } from "@/lib/contracts/calls";
import { permit } from "../access/permit";
import type { Context } from "../context";
import type { CallRef } from "../conversion/conversion-request";
import { presentCall } from "./present-call";

export async function getCall(ctx: Context, ref: CallRef): Promise<Call> {
  permit(ctx.actor, "read", "calls");
  const view = await inCompany(ctx.company.id, (tx) => findCall(tx, ref));
  if (!view) throw new NotFound();
  return presentCall(ctx, view);
}
