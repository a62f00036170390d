import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { findNeighbours as findCallsBeside, type Neighbours } from "./sql/find-neighbours";

/** The next newer and next older call of the company. */
export async function findNeighbours(ctx: Context, callId: number): Promise<Neighbours> {
  permit(ctx.actor, "read", "calls");
  return readInCompanySql(ctx.company.id, (tx) => findCallsBeside(tx, callId));
}
