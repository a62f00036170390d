import { fillCall, type KnownCall, lockCallsByExternalId } from "@/lib/db/calls/fill-call";
import { insertCalls } from "@/lib/db/calls/insert-calls";
import type { Tx } from "@/lib/db/in-company";
import { timeErrors } from "@/lib/domain/call/call-times";
import { mechanismOfActor } from "@/lib/domain/call/mechanism";
import { tokenLimitError } from "@/lib/domain/call/token-limit";
import { type DomainError, Invalid } from "@/lib/domain/errors";
import type { Context } from "../context";
import { applyConversionsIn } from "../conversion/apply-conversions";
import { learnFacts } from "../evaluation/learn-facts";
import type { CallDraft } from "./call-draft";

export type TakenIn =
  | { readonly ok: false; readonly error: DomainError }
  | { readonly ok: true; readonly created: boolean; readonly id: number };

type NewDraft = CallDraft & { readonly offerId: number };

/** Makes what is new and fills what is known, in this order and each in the order of its keys, so that arrays that share calls never dead-lock. */
export async function takeIn(tx: Tx, ctx: Context, drafts: readonly (CallDraft | Invalid)[]): Promise<TakenIn[]> {
  const created = await insertNew(tx, drafts.filter(isNew));
  const repeats = drafts.filter((draft): draft is CallDraft => !(draft instanceof Invalid) && !created.has(draft));
  const known = await lockCallsByExternalId(
    tx,
    repeats.flatMap(({ externalId }) => externalId ?? []),
  );
  const filled = new Map<CallDraft, TakenIn>();
  for (const draft of repeats) filled.set(draft, await fill(tx, draft, known));
  const ids = [...created.values(), ...[...known.values()].map(({ id }) => id)];
  await followBuyers(tx, ctx, repeats, known, ids);
  const taken = drafts.map((draft): TakenIn => {
    if (draft instanceof Invalid) return { ok: false, error: draft };
    const id = created.get(draft);
    return id === undefined ? (filled.get(draft) ?? refusal(draft)) : { ok: true, created: true, id };
  });
  await learnFacts(
    tx,
    ctx,
    taken.flatMap((each) => (each.ok ? [each.id] : [])),
  );
  return taken;
}

function isNew(draft: CallDraft | Invalid): draft is NewDraft {
  return !(draft instanceof Invalid) && Object.keys(draft.missing).length === 0;
}

function refusal(draft: CallDraft): TakenIn {
  return { ok: false, error: new Invalid(draft.missing) };
}

async function insertNew(tx: Tx, drafts: readonly NewDraft[]): Promise<ReadonlyMap<CallDraft, number>> {
  const key = ({ externalId }: NewDraft) => externalId ?? "";
  const inOrder = drafts.toSorted((one, other) => (key(one) < key(other) ? -1 : Number(key(one) > key(other))));
  const ids = await insertCalls(tx, inOrder);
  return new Map(
    inOrder.flatMap((draft, position): [CallDraft, number][] => {
      const id = ids[position];
      return id == null ? [] : [[draft, id]];
    }),
  );
}

async function fill(tx: Tx, draft: CallDraft, calls: Map<string, KnownCall>): Promise<TakenIn> {
  const known = draft.externalId === null ? undefined : calls.get(draft.externalId);
  if (!known || draft.externalId === null) return refusal(draft);
  const filled: KnownCall = {
    id: known.id,
    startedAt: known.startedAt,
    answeredAt: known.answeredAt ?? draft.answeredAt,
    endedAt: known.endedAt ?? draft.endedAt,
    durationSeconds: known.durationSeconds ?? draft.durationSeconds,
    connectedSeconds: known.connectedSeconds ?? draft.connectedSeconds,
    tokens: { ...draft.tokens, ...known.tokens },
  };
  const tooMany = tokenLimitError(filled.tokens);
  const errors = { ...timeErrors(filled, draft.receivedAt), ...(tooMany !== null && { tokens: tooMany }) };
  if (Object.keys(errors).length > 0) return { ok: false, error: new Invalid(errors) };
  await fillCall(tx, known.id, draft);
  calls.set(draft.externalId, filled);
  return { ok: true, created: false, id: known.id };
}

/** A traffic source that only comes now follows a buyer side that converted before: a statement that says nothing decides it. */
async function followBuyers(
  tx: Tx,
  ctx: Context,
  repeats: readonly CallDraft[],
  known: ReadonlyMap<string, KnownCall>,
  taken: readonly number[],
): Promise<void> {
  const { actor } = ctx;
  const calls = repeats.flatMap(({ externalId, trafficSourceId }) => {
    const call = externalId === null || trafficSourceId === null ? undefined : known.get(externalId);
    return call ? [{ id: call.id }] : [];
  });
  if (calls.length === 0) return;
  const wish = { kind: "statement", mechanism: mechanismOfActor(actor) } as const;
  await applyConversionsIn(
    tx,
    ctx,
    calls.map((call) => ({ call, actor, wish })),
    taken,
  );
}
