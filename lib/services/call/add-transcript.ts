import type { ConversionAnswer } from "@/lib/contracts/calls";
import type { NewSegments } from "@/lib/contracts/transcript";
import { type CallView, readCallViews } from "@/lib/db/calls/call-view";
import { lockCalls } from "@/lib/db/calls/lock-calls";
import { inCompanySql } from "@/lib/db/in-company";
import { type DomainError, NotFound } from "@/lib/domain/errors";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import type { CompanyId } from "@/lib/domain/ids";
import { permit } from "../access/permit";
import { Batcher } from "../batcher";
import type { Context } from "../context";
import { CallSet } from "../conversion/call-set";
import type { CallRef } from "../conversion/conversion-request";
import { evaluateCalls } from "../evaluation/evaluate-calls";
import { type Heard, joinTranscripts } from "./join-transcripts";
import { presentCall } from "./present-call";

type Submitted = { readonly ctx: Context; readonly call: CallRef; readonly segments: readonly Segment[] };
type Added = DomainError | { readonly changed: boolean; readonly call: CallView };

const REQUESTS_A_TRANSACTION = 100;

const shared = globalThis as { callmarkTranscripts?: Map<CompanyId, Batcher<Submitted, Added>> };
shared.callmarkTranscripts ??= new Map();
const batchers = shared.callmarkTranscripts;

/**
 * Adds what was said in a call, during or after it, in any order and as often as one likes, and decides by it. Throws
 * `Forbidden`, `NotFound` or `Invalid`; nothing is saved then.
 */
export async function addTranscript(ctx: Context, call: CallRef, said: NewSegments): Promise<ConversionAnswer> {
  permit(ctx.actor, "update", "call.tokens");
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(addTogether, REQUESTS_A_TRANSACTION);
  batchers.set(id, batcher);
  const added = await batcher.add({ ctx, call, segments: segmentsOf(said) });
  if (added instanceof Error) throw added;
  return { status: 200, changed: added.changed, call: presentCall(ctx, added.call) };
}

/** One by its fields, or several. */
function segmentsOf({ segments, speaker, text, at_seconds: atSeconds }: NewSegments): Segment[] {
  if (segments) return segments.map((each) => ({ speaker: each.speaker, text: each.text, atSeconds: each.at_seconds }));
  if (speaker === undefined || text === undefined || atSeconds === undefined) return [];
  return [{ speaker, text, atSeconds }];
}

async function addTogether(submitted: readonly Submitted[]): Promise<Added[]> {
  const [first] = submitted;
  if (!first) return [];
  const { company, now } = first.ctx;
  return inCompanySql(company.id, async (tx) => {
    const refs = submitted.map(({ call }) => call);
    const ids = refs.flatMap((ref) => ("id" in ref ? [ref.id] : []));
    const uuids = refs.flatMap((ref) => ("uuid" in ref ? [ref.uuid] : []));
    const calls = new CallSet(await lockCalls(tx, ids, uuids, company.timeZone));
    const heard = submitted.map(({ call, segments }) => ({ callId: calls.find(call)?.state.id ?? null, segments }));
    const known = heard.filter((each): each is Heard => each.callId !== null);
    const joined = await joinTranscripts(tx, known);
    const outcomeOf = new Map<object, boolean | DomainError>(
      known.map((each, position) => [each, joined[position] ?? false]),
    );
    const changed = known.filter((each) => outcomeOf.get(each) === true);
    await evaluateCalls(tx, { company, now }, distinct(changed));
    const views = await readCallViews(tx, distinct(known));
    return heard.map((each): Added => {
      const outcome = outcomeOf.get(each) ?? new NotFound();
      if (outcome instanceof Error) return outcome;
      const call = views.get(each.callId ?? 0);
      if (!call) throw new Error(`call ${each.callId} was locked and is gone`);
      return { changed: outcome, call };
    });
  });
}

function distinct(heard: readonly Heard[]): number[] {
  return [...new Set(heard.map(({ callId }) => callId))];
}
