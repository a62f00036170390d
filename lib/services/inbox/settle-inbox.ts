import type { InboxAction, SettledItem, SettleInbox } from "@/lib/contracts/inbox";
import type { Outcome } from "@/lib/conversion/domain/request";
import { lockCalls } from "@/lib/db/calls/lock-calls";
import { inCompanySql, type SqlTx } from "@/lib/db/in-company";
import { findIdsOfUuids } from "@/lib/db/inbox/find-ids-of-uuids";
import type { InboxRow } from "@/lib/db/inbox/inbox-row";
import { lockInboxRows, readInboxRows } from "@/lib/db/inbox/list-inbox";
import { readCallStates } from "@/lib/db/inbox/read-call-states";
import { type Settlement, settleItems } from "@/lib/db/inbox/settle-items";
import { type DomainError, Invalid, NotFound } from "@/lib/domain/errors";
import { permit } from "../access/permit";
import { callRef } from "../call/call-ref";
import type { Context } from "../context";
import { applyConversionsIn } from "../conversion/apply-conversions";
import { evaluateCalls } from "../evaluation/evaluate-calls";
import { type Plan, planSettling } from "./plan-settling";

/**
 * Settles what waits: each item by itself, so that one that is refused stops no other, and all in one transaction.
 * One that had been settled before is answered as such and not touched. Answers stand in the order of the numbers.
 */
export async function settleInbox(ctx: Context, { action, ids, call }: SettleInbox): Promise<SettledItem[]> {
  permit(ctx.actor, "update", "calls");
  return inCompanySql(ctx.company.id, async (tx) => {
    const callId = call === undefined ? undefined : await callIdOf(tx, call);
    const plans = await planAll(tx, ctx, ids, { action, callId });
    await lockCalls(tx, callsOf(plans), [], ctx.company.timeZone);
    const rows = new Map((await lockInboxRows(tx, ids)).map((row) => [row.id, row]));
    const open = new Map([...plans].filter(([id]) => rows.get(id)?.settled === null));
    const done = await carryOut(tx, ctx, open);
    await settleItems(tx, settlementsOf(action, done), { actor: ctx.actor, at: ctx.now() });
    return ids.map((id) => answerOf(id, action, rows.get(id), done.get(id)));
  });
}

async function callIdOf(tx: SqlTx, text: string): Promise<number | undefined> {
  const ref = callRef(text.trim());
  if ("uuid" in ref) return (await findIdsOfUuids(tx, [ref.uuid]))[0];
  return ref.id;
}

type Target = { readonly action: InboxAction; readonly callId: number | undefined };

async function planAll(tx: SqlTx, ctx: Context, ids: readonly number[], target: Target): Promise<Map<number, Plan>> {
  const plans = new Map<number, Plan>();
  for (const row of await readInboxRows(tx, ids)) {
    if (!row.settled) plans.set(row.id, await planSettling(tx, ctx, row, target));
  }
  return plans;
}

function callsOf(plans: ReadonlyMap<number, Plan>): number[] {
  return [...plans.values()].flatMap((plan) => ("callId" in plan ? [plan.callId] : []));
}

type Done =
  | { readonly ok: false; readonly error: DomainError }
  | { readonly ok: true; readonly callId: number | null; readonly changed: boolean; readonly held: boolean };

async function carryOut(tx: SqlTx, ctx: Context, plans: ReadonlyMap<number, Plan>): Promise<Map<number, Done>> {
  const converting = [...plans].flatMap(([id, plan]) => (plan.kind === "convert" ? [{ id, ...plan }] : []));
  const requests = converting.map(({ request }) => request);
  const outcomes = await applyConversionsIn(tx, ctx, requests, callsOf(plans));
  const converted = new Map(converting.map(({ id }, position) => [id, doneBy(outcomes[position])]));
  const evaluated = await evaluateAll(tx, ctx, plans);
  return new Map(
    [...plans].map(([id, plan]): [number, Done] => {
      if (plan.kind === "refuse") return [id, { ok: false, error: plan.error }];
      const nothing = { ok: true, callId: null, changed: false, held: false } as const;
      return [id, converted.get(id) ?? evaluated.get(id) ?? nothing];
    }),
  );
}

function doneBy(outcome: Outcome | undefined): Done {
  if (!outcome) throw new Error("one request in, no outcome out");
  if (!outcome.ok) return outcome;
  return { ok: true, callId: outcome.callId, changed: outcome.changed, held: outcome.held.length > 0 };
}

async function evaluateAll(tx: SqlTx, ctx: Context, plans: ReadonlyMap<number, Plan>): Promise<Map<number, Done>> {
  const asked = [...plans].flatMap(([id, plan]) => (plan.kind === "evaluate" ? [{ id, ...plan }] : []));
  if (asked.length === 0) return new Map();
  const calls = [...new Set(asked.map(({ callId }) => callId))];
  const before = await readCallStates(tx, calls);
  await evaluateCalls(tx, ctx, calls);
  const after = await readCallStates(tx, calls);
  return new Map(
    asked.map(({ id, callId, side }): [number, Done] => {
      const changed = before.get(callId)?.version !== after.get(callId)?.version;
      if (after.get(callId)?.[side].converted) return [id, { ok: true, callId, changed, held: false }];
      return [id, { ok: false, error: new Invalid({}, "By the facts as they are now it does not convert.") }];
    }),
  );
}

const SETTLEMENTS = { match: "applied", retry: "applied", accept: "accepted", dismiss: "dismissed" } as const;

function settlementsOf(action: InboxAction, done: ReadonlyMap<number, Done>): Settlement[] {
  return [...done].flatMap(([id, each]) =>
    each.ok ? [{ id, settlement: SETTLEMENTS[action], callId: each.callId }] : [],
  );
}

function answerOf(id: number, action: InboxAction, row: InboxRow | undefined, done: Done | undefined): SettledItem {
  if (!row) return { id, status: 404, changed: false, problem: new NotFound().message };
  if (!done) {
    const settlement = row.settled?.settlement ?? "applied";
    return { id, status: 200, changed: false, already_settled: true, settlement, call_id: row.callId };
  }
  if (!done.ok) return { id, status: statusOf(done.error), changed: false, problem: sentence(done.error) };
  return {
    id,
    status: 200,
    changed: done.changed,
    settlement: SETTLEMENTS[action],
    call_id: done.callId ?? row.callId,
    ...(done.held && { held: true }),
  };
}

function statusOf({ code }: DomainError): number {
  if (code === "forbidden") return 403;
  return code === "not_found" ? 404 : 422;
}

function sentence(error: DomainError): string {
  const errors = error instanceof Invalid ? Object.values(error.errors) : [];
  return errors.length > 0 ? errors.join(" ") : error.message;
}
