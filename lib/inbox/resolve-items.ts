import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudits } from "@/lib/audit/sql/record-audit";
import { type DomainError, Invalid, NotFound } from "@/lib/base/errors";
import { callRef } from "@/lib/call/call-ref";
import { findIdsOfUuids } from "@/lib/call/sql/find-ids-of-uuids";
import { commit } from "@/lib/conversion/commit";
import { inLocks } from "@/lib/conversion/convert";
import { applyCommands } from "@/lib/conversion/domain/apply-commands";
import type { BatchContext } from "@/lib/conversion/domain/context";
import type { Plan } from "@/lib/conversion/domain/plan";
import { Unmatched } from "@/lib/conversion/domain/request";
import { loadContext } from "@/lib/conversion/load-context";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";
import { lockInboxRows, readInboxRows } from "@/lib/conversion/sql/list-inbox";
import { type Resolution, resolveItems } from "@/lib/conversion/sql/resolve-items";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxAction, ResolvedItem, ResolveInbox } from "./contract";
import { rejectionOf } from "./rejection-of";
import { type ItemRequest, requestOfItem, type Target } from "./request-of-item";

/**
 * Resolves items in one transaction, each separately: a rejected item stops no other, and an item resolved before is
 * answered as such and unchanged. Answers have the order of the ids, one for an id named twice.
 */
export async function resolveInboxItems(ctx: Context, { action, ids, call }: ResolveInbox): Promise<ResolvedItem[]> {
  permit(ctx.actor, "update", "calls");
  return inLocks(ctx, async (tx) => {
    const callId = call === undefined ? undefined : await callIdOf(tx, call);
    const asked = await requestsOf(tx, ctx, ids, { action, callId });
    const context = await loadContext(tx, ctx, requestsAmong(asked));
    const rows = new Map((await lockInboxRows(tx, ids)).map((row) => [row.id, row]));
    const open = asked.filter(({ id }) => rows.get(id)?.resolved === null).map((item) => checked(ctx, context, item));
    const plan = applyCommands(context, requestsAmong(open));
    await commit(tx, plan, context.now);
    const done = outcomesOf(open, plan);
    const resolutions = resolutionsOf(action, done);
    await resolveItems(tx, resolutions, { actor: ctx.actor, at: context.now });
    await recordAudits(
      tx,
      ctx,
      resolutions.map(({ id, resolution, callId }) => ({
        action: "inbox.resolved",
        id,
        after: { resolution, call_id: callId },
      })),
    );
    return [...new Set(ids)].map((id) => answerOf(id, action, rows.get(id), done.get(id)));
  });
}

export async function callIdOf(tx: SqlTx, text: string): Promise<number | undefined> {
  const ref = callRef(text.trim());
  if ("uuid" in ref) return (await findIdsOfUuids(tx, [ref.uuid]))[0];
  return ref.id;
}

export type Asked = { readonly id: number; readonly asks: ItemRequest };

export async function requestsOf(tx: SqlTx, ctx: Context, ids: readonly number[], target: Target): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const row of await readInboxRows(tx, ids)) {
    if (!row.resolved) asked.push({ id: row.id, asks: await requestOfItem(tx, ctx, row, target) });
  }
  return asked;
}

export function requestsAmong(asked: readonly Asked[]) {
  return asked.flatMap(({ asks }) => (asks.kind === "request" ? [asks.request] : []));
}

/** The person who resolves needs the permissions of the update, even if it counts as an update by its sender. */
export function checked(ctx: Context, context: BatchContext, { id, asks }: Asked): Asked {
  const error = asks.kind === "request" ? rejectionOf(ctx.actor, context, asks) : null;
  return error ? { id, asks: { kind: "rejected", error } } : { id, asks };
}

type Done =
  | { readonly ok: false; readonly error: DomainError }
  | { readonly ok: true; readonly callId: number | null; readonly changed: boolean; readonly held: boolean };

export function outcomesOf(asked: readonly Asked[], plan: Plan): Map<number, Done> {
  const outcomes = [...plan.outcomes];
  return new Map(
    asked.map(({ id, asks }): [number, Done] => {
      if (asks.kind === "rejected") return [id, { ok: false, error: asks.error }];
      if (asks.kind === "dismiss") return [id, { ok: true, callId: null, changed: false, held: false }];
      const outcome = outcomes.shift();
      if (!outcome) throw new Error("one request gave no outcome");
      if (!outcome.ok) return [id, { ok: false, error: inWords(outcome.error) }];
      const { callId, changed, held } = outcome;
      if (asks.proposes && !plan.stateOf(callId)?.[asks.proposes].converted) {
        return [id, { ok: false, error: new Invalid({}, "With its current data, the call no longer converts.") }];
      }
      return [id, { ok: true, callId, changed, held: held.length > 0 }];
    }),
  );
}

function inWords(error: DomainError): DomainError {
  if (!(error instanceof Unmatched)) return error;
  return new Invalid({ call: "This call belongs to another buyer. A buyer’s updates apply only to its own calls." });
}

const RESOLUTIONS = { match: "applied", retry: "applied", accept: "accepted", dismiss: "dismissed" } as const;

function resolutionsOf(action: InboxAction, done: ReadonlyMap<number, Done>): Resolution[] {
  return [...done].flatMap(([id, outcome]) =>
    outcome.ok ? [{ id, resolution: RESOLUTIONS[action], callId: outcome.callId }] : [],
  );
}

function answerOf(id: number, action: InboxAction, row: InboxRow | undefined, done: Done | undefined): ResolvedItem {
  if (!row) return { id, status: 404, changed: false, problem: new NotFound().message };
  if (!done) {
    const resolution = row.resolved?.resolution ?? "applied";
    return { id, status: 200, changed: false, already_resolved: true, resolution, call_id: row.callId };
  }
  if (!done.ok) return { id, status: statusOf(done.error), changed: false, problem: sentenceOf(done.error) };
  return {
    id,
    status: 200,
    changed: done.changed,
    resolution: RESOLUTIONS[action],
    call_id: done.callId ?? row.callId,
    ...(done.held && { held: true }),
  };
}

function statusOf({ code }: DomainError): number {
  if (code === "forbidden") return 403;
  return code === "not_found" ? 404 : 422;
}

export function sentenceOf(error: DomainError): string {
  const errors = error instanceof Invalid ? Object.values(error.errors) : [];
  return errors.length > 0 ? errors.join(" ") : error.message;
}
