import type { Context } from "@/lib/access/context";
import type { Call } from "@/lib/call/contract/call";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { convertAll } from "@/lib/conversion/convert";
import { recordCalls } from "@/lib/inbound/record-calls";
import { rollUp } from "@/lib/ledger/roll-up";
import { BookKeeper } from "../books/book-keeper";
import type { ProviderPost } from "../endpoints/plan-provider-posts";
import { postToWebhook } from "../endpoints/post-to-webhook";
import type { Network } from "../found-network";
import type { PlannedCall, Posted, Requested } from "../story/planned-call";
import { arrival, type Due, dueFor, type Slot, slotsOf } from "./slots";
import { stretchesUntil, within } from "./stretches";

/** Calls by the external ID of the network's switch. */
type CallsById = Map<string, Call>;

/**
 * Plays everything in order, each at its own time: calls arrive and convert, people and systems update them, rollups
 * post, statements are issued and paid. Uses only functions of the product, one after the other, so the result is
 * always the same.
 */
export async function play(
  network: Network,
  {
    planned,
    providerPosts,
  }: { readonly planned: readonly PlannedCall[]; readonly providerPosts: readonly ProviderPost[] },
  now: Date,
): Promise<CallsById> {
  const calls = [...planned].sort((one, other) => arrival(one).getTime() - arrival(other).getTime());
  const posted = [...providerPosts].sort((one, other) => one.at.getTime() - other.at.getTime());
  const due = dueFor(calls);
  const callsById: CallsById = new Map();
  const first = new Date((calls[0] ? arrival(calls[0]) : now).getTime() - 1);
  const books = new BookKeeper(network, now);
  await books.begin(first);
  for (const stretch of stretchesUntil(now, first)) {
    const { until, minutesASlot, endsWithRollup } = stretch;
    const happenings = {
      arrivedCalls: calls.filter((call) => within(stretch, arrival(call))),
      due: due.filter(({ at }) => within(stretch, at)),
      providerPosts: posted.filter(({ at }) => within(stretch, at)),
    };
    for (const slot of slotsOf(happenings, minutesASlot)) await playSlot(network, callsById, slot);
    if (!endsWithRollup) continue;
    await rollUp({ company: network.company, actor: network.system, now: () => until });
    await books.keep(until);
  }
  return callsById;
}

async function playSlot(
  network: Network,
  callsById: CallsById,
  { at, arrivedCalls, due, providerPosts }: Slot,
): Promise<void> {
  const ctx: Context = { company: network.company, actor: network.key, now: () => at };
  if (arrivedCalls.length > 0) await recordArrived(ctx, callsById, arrivedCalls);
  const requested = due.filter((event) => "command" in event);
  if (requested.length > 0) await decide(ctx, callsById, requested);
  await Promise.all(due.flatMap((event) => ("body" in event ? [post(network, callsById, event, at)] : [])));
  for (const { send } of providerPosts) await send(at);
}

function post(
  { endpoints }: Network,
  callsById: CallsById,
  { buyerId, body, externalId, ...due }: Due & Posted,
  at: Date,
) {
  const webhook = endpoints.webhooks.get(buyerId);
  if (!webhook) throw new Error(`Buyer ${buyerId} has no webhook.`);
  const about = body.caller === undefined ? { call_uuid: callOf(callsById, externalId).uuid } : {};
  return postToWebhook(webhook, { ...about, ...body }, at, `msg_${externalId}_${due.at.getTime()}`);
}

async function recordArrived(ctx: Context, callsById: CallsById, arrivedCalls: readonly PlannedCall[]): Promise<void> {
  const recorded = await recordCalls(
    ctx,
    arrivedCalls.map(({ call }) => call),
  );
  for (const answer of recorded) {
    if (!answer.ok) throw answer.error;
    callsById.set(answer.call.external_id ?? "", answer.call);
  }
  await Promise.all(
    arrivedCalls.map(async ({ call, transcript = [] }) => {
      const segments = transcript.map(({ speaker, text, atSeconds }) => ({ speaker, text, at_seconds: atSeconds }));
      if (segments.length > 0) await addTranscript(ctx, { id: callOf(callsById, call.external_id).id }, { segments });
    }),
  );
}

async function decide(
  { company, now }: Context,
  callsById: CallsById,
  due: readonly (Due & Requested)[],
): Promise<void> {
  const requests = due.map(({ at: _, externalId, ...request }) => ({
    ...request,
    call: { id: callOf(callsById, externalId).id },
  }));
  for (const outcome of await convertAll({ company, now }, requests)) {
    if (!outcome.ok) throw outcome.error;
  }
}

function callOf(callsById: CallsById, externalId: string): Call {
  const call = callsById.get(externalId);
  if (!call) throw new Error(`${externalId} is updated before it arrives.`);
  return call;
}
