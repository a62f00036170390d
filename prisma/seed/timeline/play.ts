import type { Call } from "@/lib/contracts/calls";
import { addTranscript } from "@/lib/services/call/add-transcript";
import { recordCalls } from "@/lib/services/call/record-calls";
import type { Context } from "@/lib/services/context";
import { applyConversions } from "@/lib/services/conversion/apply-conversions";
import { rollUp } from "@/lib/services/ledger/roll-up";
import type { Network } from "../found-network";
import type { PlannedCall } from "../story/planned-call";
import { arrival, type Due, dueFor, type Slot, slotsOf } from "./slots";
import { stretchesUntil, within } from "./stretches";

/** Calls by the number that the network's switch gave them. */
type Known = Map<string, Call>;

/**
 * Lets everything happen in its order, each at its own time: calls come in and convert by themselves, people and
 * systems say what they know, rollups post. Goes through the product's verbs alone, one after the other, so that it
 * comes out the same every time.
 */
export async function play(network: Network, planned: readonly PlannedCall[], now: Date): Promise<Known> {
  const calls = [...planned].sort((one, other) => arrival(one).getTime() - arrival(other).getTime());
  const due = dueFor(calls);
  const known: Known = new Map();
  const first = new Date((calls[0] ? arrival(calls[0]) : now).getTime() - 1);
  for (const stretch of stretchesUntil(now, first)) {
    const { until, minutesASlot, endsWithRollup } = stretch;
    const arrived = calls.filter((call) => within(stretch, arrival(call)));
    const said = due.filter(({ at }) => within(stretch, at));
    for (const slot of slotsOf(arrived, said, minutesASlot)) await playSlot(network, known, slot);
    if (endsWithRollup) await rollUp({ company: network.company, actor: network.system, now: () => until });
  }
  return known;
}

async function playSlot({ company, key }: Network, known: Known, { at, arrived, due }: Slot): Promise<void> {
  const ctx: Context = { company, actor: key, now: () => at };
  if (arrived.length > 0) await takeIn(ctx, known, arrived);
  if (due.length > 0) await decide(ctx, known, due);
}

async function takeIn(ctx: Context, known: Known, arrived: readonly PlannedCall[]): Promise<void> {
  const recorded = await recordCalls(
    ctx,
    arrived.map(({ call }) => call),
  );
  for (const answer of recorded) {
    if (!answer.ok) throw answer.error;
    known.set(answer.call.external_id ?? "", answer.call);
  }
  await Promise.all(
    arrived.map(async ({ call, transcript = [] }) => {
      const segments = transcript.map(({ speaker, text, atSeconds }) => ({ speaker, text, at_seconds: atSeconds }));
      if (segments.length > 0) await addTranscript(ctx, { id: callOf(known, call.external_id).id }, { segments });
    }),
  );
}

async function decide({ company, now }: Context, known: Known, due: readonly Due[]): Promise<void> {
  const requests = due.map(({ at: _, externalId, ...request }) => ({
    ...request,
    call: { id: callOf(known, externalId).id },
  }));
  for (const outcome of await applyConversions({ company, now }, requests)) {
    if (!outcome.ok) throw outcome.error;
  }
}

function callOf(known: Known, externalId: string): Call {
  const call = known.get(externalId);
  if (!call) throw new Error(`${externalId} is spoken of before it came in.`);
  return call;
}
