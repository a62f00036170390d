import type { Context } from "@/lib/access/context";
import type { Party } from "./contract";
import { createParties } from "./create-parties";

export function createOffers(ctx: Context, names: readonly string[]): Promise<Party[]> {
  return createParties(ctx, "offer", names);
}
