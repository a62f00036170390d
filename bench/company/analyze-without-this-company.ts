import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import { connected } from "@/scripts/database/roles.mjs";
import { benchCalls } from "./bench-calls";
import { applyAll, conversionsOf } from "./conversions-of";

/** Leaves the planner with statistics of another company only, which is the state of every new company. */
export async function analyzeWithoutThisCompany(calls: number): Promise<void> {
  const url = process.env.MIGRATION_URL;
  if (!url) throw new Error("MIGRATION_URL is not set: the role that owns the tables.");
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  await applyAll(ctx, conversionsOf(ctx, await benchCalls(ctx, calls), true));
  await connected(url, (owner) => owner.query("analyze"));
}
