import type { BuyerPostAnswer } from "@/lib/contracts/hooks";
import type { Outcome } from "@/lib/conversion/domain/request";
import { type CallView, readCallViews } from "@/lib/db/calls/call-view";
import { inCompanySql, type SqlTx } from "@/lib/db/in-company";
import { fileInInbox } from "@/lib/db/inbox/file-in-inbox";
import { isFiledAlready } from "@/lib/db/inbox/is-filed-already";
import { type EventOutcome, insertEvents, type NewEvent } from "@/lib/db/webhooks/insert-events";
import type { Company } from "@/lib/domain/company/company";
import type { DomainError } from "@/lib/domain/errors";
import { presentCall } from "../call/present-call";
import { applyConversionsIn, type Batch } from "../conversion/apply-conversions";
import { type Considered, considerPost, type Post, refusedPost } from "./consider-post";
import { hookActor } from "./hook-actor";

/** A post that its address vouches for, and what is known of its delivery. */
export type Delivered = Post & {
  readonly event: Omit<NewEvent, "status" | "outcome" | "problem" | "result">;
  /** Why its body could not be read, where that is so. */
  readonly unreadable?: DomainError | undefined;
};

export type Received =
  | { readonly ok: true; readonly answer: BuyerPostAnswer }
  | { readonly ok: false; readonly error: DomainError };

type Treated = { readonly received: Received; readonly outcome: EventOutcome; readonly problem: string | null };

/** All posts in one transaction, in their order: what they say of calls, what waits for a person, and the log of them. */
export function receivePosts(batch: Batch, posts: readonly Delivered[]): Promise<Received[]> {
  return inCompanySql(batch.company.id, async (tx) => {
    const considered = await considerAll(tx, batch, posts);
    const requests = considered.flatMap((each) => (each.kind === "request" ? [each.request] : []));
    const outcomes = await applyConversionsIn(tx, batch, requests);
    const settled = await refuseRefused(tx, batch, posts, considered, outcomes);
    const ids = settled.flatMap(({ outcome }) => (outcome?.ok ? [outcome.callId] : []));
    const views = await readCallViews(tx, ids);
    const treated = settled.map(({ post, considered: each, outcome }) =>
      treat(batch.company, post, each, outcome, views),
    );
    await insertEvents(
      tx,
      settled.map(({ post, considered: each, outcome }, position) => eventOf(post, each, outcome, treated[position])),
    );
    return treated.map(({ received }) => received);
  });
}

async function considerAll(tx: SqlTx, batch: Batch, posts: readonly Delivered[]): Promise<Considered[]> {
  const considered: Considered[] = [];
  for (const post of posts) {
    const each = post.unreadable ? refusedPost(batch, post, post.unreadable) : await considerPost(tx, batch, post);
    if (each.kind === "wait" && !(await isFiledAlready(tx, each.item))) await fileInInbox(tx, [each.item]);
    considered.push(each);
  }
  return considered;
}

type SettledPost = {
  readonly post: Delivered;
  readonly considered: Considered;
  readonly outcome: Outcome | undefined;
};

/** A statement that the call itself refuses waits as well. */
async function refuseRefused(
  tx: SqlTx,
  batch: Batch,
  posts: readonly Delivered[],
  considered: readonly Considered[],
  outcomes: readonly Outcome[],
): Promise<SettledPost[]> {
  const left = [...outcomes];
  const settled: SettledPost[] = [];
  for (const [position, post] of posts.entries()) {
    const each = considered[position];
    if (!each) continue;
    const outcome = each.kind === "request" ? left.shift() : undefined;
    if (each.kind !== "request" || !outcome || outcome.ok) {
      settled.push({ post, considered: each, outcome });
      continue;
    }
    const refused = refusedPost(batch, post, outcome.error, each.callId);
    if (refused.kind === "wait" && !(await isFiledAlready(tx, refused.item))) await fileInInbox(tx, [refused.item]);
    settled.push({ post, considered: refused, outcome });
  }
  return settled;
}

function treat(
  company: Company,
  { endpoint }: Delivered,
  considered: Considered,
  outcome: Outcome | undefined,
  views: ReadonlyMap<number, CallView>,
): Treated {
  const ignored = considered.ignored.length > 0 ? { ignored: [...considered.ignored] } : {};
  if (considered.kind === "nothing") {
    const answer = { status: 200 as const, changed: false, detail: considered.why, ...ignored };
    return { received: { ok: true, answer }, outcome: "ignored", problem: null };
  }
  if (considered.kind === "wait") {
    const { error, item } = considered;
    const isWaiting = item.reason !== "refused";
    if (error) return { received: { ok: false, error }, outcome: "refused", problem: item.problem };
    const answer = {
      status: 200 as const,
      changed: false,
      held: true as const,
      detail: item.problem ?? "",
      ...ignored,
    };
    return { received: { ok: true, answer }, outcome: isWaiting ? "waiting" : "refused", problem: item.problem };
  }
  if (!outcome?.ok) throw new Error("a statement was applied and has no outcome");
  const view = views.get(outcome.callId);
  const held = outcome.held.length > 0;
  const answer: BuyerPostAnswer = {
    status: 200,
    changed: outcome.changed,
    ...(held && { held: true as const }),
    ...(outcome.repeated && { repeated: true as const }),
    ...(outcome.older.length > 0 && { superseded: true as const }),
    ...(view && { call: presentCall({ company, actor: hookActor(endpoint) }, view) }),
    ...ignored,
  };
  const repeated = outcome.repeated || (!outcome.changed && !held && outcome.older.length === 0);
  return { received: { ok: true, answer }, outcome: held ? "waiting" : repeated ? "repeated" : "taken", problem: null };
}

function eventOf(
  { event }: Delivered,
  considered: Considered,
  outcome: Outcome | undefined,
  treated: Treated | undefined,
): NewEvent {
  if (!treated) throw new Error("a post was not treated");
  const { received } = treated;
  return {
    ...event,
    status: received.ok ? 200 : (STATUS[received.error.code] ?? 422),
    outcome: treated.outcome,
    problem: treated.problem,
    result: considered.kind === "request" && outcome?.ok ? [{ call_id: outcome.callId, changed: outcome.changed }] : [],
  };
}

const STATUS: Readonly<Record<string, number>> = { too_large: 413, unsupported_media_type: 415, not_found: 404 };
