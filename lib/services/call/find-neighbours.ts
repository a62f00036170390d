import { findNeighbours as findCallsBeside, type Neighbours } from "@/lib/db/calls/find-neighbours";
import { readInCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

/** The next newer and the next older call of the company, to step from one to the other. */
export async function findNeighbours(ctx: Context, callId: number): Promise<Neighbours> {
  permit(ctx.actor, "read", "calls");
  return readInCompany(ctx.company.id, (tx) => findCallsBeside(tx, callId));
}
