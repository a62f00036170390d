import { BuyerPost } from "@/lib/inbound/contract/webhook";
import type { Arrived } from "@/lib/inbound/receive-buyer-post";
import { DRY_RUN, takeDryRun } from "@/lib/platform/http/take-dry-run";
import { readForgiving } from "./read-forgiving";

/** The fields of a buyer's post. `names` are those of the buyer's own that matter. */
export async function buyerPostParameters(arrived: Arrived, names: ReadonlySet<string> = new Set()) {
  const parameters = await readForgiving(arrived, new Set([...Object.keys(BuyerPost.shape), ...names]));
  return names.has(DRY_RUN) ? parameters : takeDryRun(parameters, false).parameters;
}
