import type { Context } from "@/lib/access/context";
import type { Party } from "./contract";
import { createParties } from "./create-parties";

export function createTrafficSources(ctx: Context, names: readonly string[]): Promise<Party[]> {
  return createParties(ctx, "traffic_source", names);
}
