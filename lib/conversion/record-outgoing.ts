import { readCallViews } from "@/lib/call/sql/call-view";
import { EVENT_TYPES } from "@/lib/outbound/domain/event-type";
import { findReceivers } from "@/lib/outbound/sql/receivers";
import { recordEvents } from "@/lib/outbound/sql/record-events";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { callEvent, changeEvents } from "./domain/outgoing-events";
import type { Plan } from "./domain/plan";

const OF_PLANS = EVENT_TYPES.filter((type) => type === "call.updated" || /^(buyer|offer)\./.test(type));

/** Queues what a plan means to outside systems. The plan must be written, or sent to be written, before. */
export async function recordOutgoing(tx: SqlTx, plan: Plan, at: Date): Promise<void> {
  const { changes, facts, tokenChanges } = plan;
  const changed = changes.map(({ change }) => change.after.id);
  const ids = new Set([...changed, ...facts.map(({ callId }) => callId), ...tokenChanges.map(({ callId }) => callId)]);
  if (ids.size === 0) return;
  const receivers = await findReceivers(tx, OF_PLANS);
  if (receivers === null) return;
  const { money } = receivers;
  const calls = await readCallViews(tx, [...ids], { deciders: false });
  const ofChanges = changes.flatMap((planned) => {
    const call = calls.get(planned.change.after.id);
    return call ? changeEvents(planned, call, money) : [];
  });
  const updated = [...calls.values()].map((call) => callEvent("call.updated", call, money, at));
  await recordEvents(tx, receivers, [...ofChanges, ...updated]);
}

/** The same for new calls. */
export async function recordCreated(tx: SqlTx, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  const receivers = await findReceivers(tx, ["call.created"]);
  if (receivers === null) return;
  const calls = await readCallViews(tx, ids, { deciders: false });
  await recordEvents(
    tx,
    receivers,
    [...calls.values()].map((call) => callEvent("call.created", call, receivers.money, at)),
  );
}
