import { applyCommands } from "@/lib/conversion/domain/apply-commands";
import type { BatchContext } from "@/lib/conversion/domain/context";
import type { Plan } from "@/lib/conversion/domain/plan";
import type { ConversionRequest } from "@/lib/conversion/domain/request";

/** The plans of these batches in sequence, each based on the calls as the previous plan left them. */
export function playBatches(
  context: BatchContext,
  batches: readonly (readonly ConversionRequest[])[],
): { readonly plans: readonly Plan[]; readonly after: BatchContext } {
  const plans: Plan[] = [];
  let after = context;
  for (const requests of batches) {
    const plan = applyCommands(after, requests);
    plans.push(plan);
    after = committed(after, plan);
  }
  return { plans, after };
}

/** The context as it would be loaded after the plan was committed. */
function committed(context: BatchContext, plan: Plan): BatchContext {
  const facts = new Map(plan.facts.map((changed) => [changed.callId, changed.facts]));
  const used = context.used.map((item) => {
    const more = plan.capUse.find(({ capId, start }) => capId === item.capId && +start === +item.start);
    return { ...item, used: item.used + (more?.by ?? 0n) };
  });
  const calls = context.calls.map((call) => {
    const { id } = call.state;
    return { ...call, state: plan.stateOf(id) ?? call.state, facts: { ...call.facts, ...facts.get(id) } };
  });
  return { ...context, calls, used, now: new Date(context.now.getTime() + 60_000) };
}
