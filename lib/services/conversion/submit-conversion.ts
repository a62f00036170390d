import type { CompanyId } from "@/lib/domain/ids";
import type { Context } from "../context";
import { Gather } from "../gather";
import { applyConversions } from "./apply-conversions";
import type { ConversionRequest, Outcome } from "./conversion-request";

type Submitted = { readonly ctx: Context; readonly request: ConversionRequest };

const REQUESTS_A_TRANSACTION = 500;

const shared = globalThis as { callmarkLanes?: Map<CompanyId, Gather<Submitted, Outcome>> };
shared.callmarkLanes ??= new Map();
const lanes = shared.callmarkLanes;

/** A single request, by way of the batch that its company's waiting requests share. */
export function submitConversion(ctx: Context, request: ConversionRequest): Promise<Outcome> {
  const { id } = ctx.company;
  const lane = lanes.get(id) ?? new Gather(runTogether, REQUESTS_A_TRANSACTION);
  lanes.set(id, lane);
  return lane.add({ ctx, request });
}

function runTogether(submitted: readonly Submitted[]): Promise<Outcome[]> {
  const [first] = submitted;
  if (!first) return Promise.resolve([]);
  return applyConversions(
    first.ctx,
    submitted.map(({ request }) => request),
  );
}
