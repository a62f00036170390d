import { BuyerPost } from "@/lib/inbound/contract/webhook";
import type { InboundPost } from "@/lib/inbound/raw-post";
import { DRY_RUN, parseDryRun } from "@/lib/platform/http/parse-dry-run";
import { readForgiving } from "./read-forgiving";

/** The fields of a buyer's post. `names` are the fields that the webhook reads. */
export async function buyerPostParameters(arrived: InboundPost, names: ReadonlySet<string> = new Set()) {
  const parameters = await readForgiving(arrived, new Set([...Object.keys(BuyerPost.shape), ...names]));
  return names.has(DRY_RUN) ? parameters : parseDryRun(parameters, false).parameters;
}
