import type { Call } from "@/lib/contracts/calls";
import { applyConversions } from "@/lib/services/conversion/apply-conversions";
import { recordCalls } from "@/lib/services/call/record-calls";
import { rollUp } from "@/lib/services/ledger/roll-up";
import type { Network } from "../found-network";
import { DAY_MS, MINUTE_MS } from "../local-time";
import type { PlannedCall } from "../story/planned-call";
import { type Batch, dueBetween, roundsOf } from "./batches";
import { inLanes } from "./in-lanes";

/** The last days are told closely; before them a rollup a day and a batch an hour are near enough, and quick. */
const CLOSELY_MS = 7 * DAY_MS;
const CLOSE = { stretchMs: DAY_MS / 2, minutesABatch: 10 };
const COARSE = { stretchMs: DAY_MS, minutesABatch: 60 };
const LANES = 3;
/** What happens after the last rollup is pending when the demo begins. */
const LAST_ROLLUP_MINUTES_AGO = 25;

/** The calls of a network as the demo names them. */
export type Played = ReadonlyMap<string, Call>;

/**
 * Lets everything happen in its order, each at its own time: calls come in, sides are decided, rollups post.
 * Goes through the product's verbs alone.
 */
export async function play(network: Network, planned: readonly PlannedCall[], now: Date): Promise<Played> {
  const inOrder = [...planned].sort((one, other) => arrival(one).getTime() - arrival(other).getTime());
  const calls = new Map<string, Call>();
  const lastRollup = new Date(now.getTime() - LAST_ROLLUP_MINUTES_AGO * MINUTE_MS);
  let from = new Date((inOrder[0] ? arrival(inOrder[0]) : now).getTime() - 1);
  while (from < now) {
    const { stretchMs, minutesABatch } = now.getTime() - from.getTime() > CLOSELY_MS ? COARSE : CLOSE;
    const next = new Date(from.getTime() + stretchMs);
    const until = from < lastRollup ? earlier(next, lastRollup) : now;
    await takeIn(network, inOrder, calls, { from, until });
    for (const round of roundsOf(dueBetween(inOrder, from, until), minutesABatch)) {
      await inLanes(LANES, round, (batch) => decide(network, calls, batch));
    }
    if (until <= lastRollup) await rollUp({ company: network.company, actor: network.system, now: () => until });
    from = until;
  }
  return calls;
}

/** A call comes in when it is over; one that is running has come in already. */
function arrival({ call }: PlannedCall): Date {
  return call.ended_at ?? call.started_at;
}

type Stretch = { readonly from: Date; readonly until: Date };

async function takeIn(
  network: Network,
  planned: readonly PlannedCall[],
  calls: Map<string, Call>,
  { from, until }: Stretch,
): Promise<void> {
  const arrived = planned.filter((each) => arrival(each) > from && arrival(each) <= until);
  const ctx = { company: network.company, actor: network.key, now: () => until };
  const recorded = await recordCalls(
    ctx,
    arrived.map(({ call }) => call),
  );
  for (const [position, answer] of recorded.entries()) {
    if (!answer.ok) throw answer.error;
    calls.set(arrived[position]?.call.external_id ?? "", answer.call);
  }
}

async function decide(network: Network, calls: Played, { at, due }: Batch): Promise<void> {
  const requests = due.map(({ at: _, externalId, ...request }) => {
    const call = calls.get(externalId);
    if (!call) throw new Error(`${externalId} is spoken of before it came in.`);
    return { ...request, call: { id: call.id } };
  });
  for (const outcome of await applyConversions({ company: network.company, now: () => at }, requests)) {
    if (!outcome.ok) throw outcome.error;
  }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
