import type { Call } from "@/lib/contracts/calls";
import { recordCalls } from "@/lib/services/call/record-calls";
import { applyConversions } from "@/lib/services/conversion/apply-conversions";
import { rollUp } from "@/lib/services/ledger/roll-up";
import type { Network } from "../found-network";
import type { PlannedCall } from "../story/planned-call";
import { type Batch, dueFor, roundsOf } from "./batches";
import { inLanes } from "./in-lanes";
import { stretchesUntil, within } from "./stretches";

const LANES = 3;

/** Calls by the number that the network's switch gave them. */
type Known = Map<string, Call>;

/**
 * Lets everything happen in its order, each at its own time: calls come in, sides are decided, rollups post.
 * Goes through the product's verbs alone.
 */
export async function play(network: Network, planned: readonly PlannedCall[], now: Date): Promise<Known> {
  const calls = [...planned].sort((one, other) => arrival(one).getTime() - arrival(other).getTime());
  const due = dueFor(calls);
  const known: Known = new Map();
  const first = new Date((calls[0] ? arrival(calls[0]) : now).getTime() - 1);
  for (const stretch of stretchesUntil(now, first)) {
    const { until, minutesABatch, endsWithRollup } = stretch;
    await takeIn(
      network,
      calls.filter((call) => within(stretch, arrival(call))),
      { until, known },
    );
    const said = due.filter(({ at }) => within(stretch, at));
    for (const round of roundsOf(said, minutesABatch)) {
      await inLanes(LANES, round, (batch) => decide(network, known, batch));
    }
    if (endsWithRollup) await rollUp({ company: network.company, actor: network.system, now: () => until });
  }
  return known;
}

/** A call comes in when it is over; one that is running has come in already. */
function arrival({ call }: PlannedCall): Date {
  return call.ended_at ?? call.started_at;
}

async function takeIn(
  { company, key }: Network,
  arrived: readonly PlannedCall[],
  { until, known }: { readonly until: Date; readonly known: Known },
): Promise<void> {
  const calls = arrived.map(({ call }) => call);
  const recorded = await recordCalls({ company, actor: key, now: () => until }, calls);
  for (const answer of recorded) {
    if (!answer.ok) throw answer.error;
    known.set(answer.call.external_id ?? "", answer.call);
  }
}

async function decide({ company }: Network, known: Known, { at, due }: Batch): Promise<void> {
  const requests = due.map(({ at: _, externalId, ...request }) => {
    const call = known.get(externalId);
    if (!call) throw new Error(`${externalId} is spoken of before it came in.`);
    return { ...request, call: { id: call.id } };
  });
  for (const outcome of await applyConversions({ company, now: () => at }, requests)) {
    if (!outcome.ok) throw outcome.error;
  }
}
