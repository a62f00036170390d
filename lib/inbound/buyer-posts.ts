import { NotFound } from "@/lib/base/errors";
import { presentCall } from "@/lib/call/present-call";
import type { CallView } from "@/lib/call/sql/call-view";
import type { Batch } from "@/lib/conversion/batch";
import { convertAndRead, withView } from "@/lib/conversion/convert";
import { type Outcome, Unmatched } from "@/lib/conversion/domain/request";
import { fileInInbox } from "@/lib/conversion/sql/file-in-inbox";
import { STATUS } from "@/lib/platform/http/problem";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { BuyerPostAnswer } from "./contract/webhook";
import { type Concluded, type EndpointKind, Receiver } from "./receive";
import { type Held, type Post, type ResolvedPost, rejectedPost, resolvePosts } from "./resolve-post";
import { webhookActor } from "./webhook-actor";

type Answered = Concluded<BuyerPostAnswer>;

const POSTS_A_TRANSACTION = 200;

const kind: EndpointKind<Post, Answered, BuyerPostAnswer> = {
  partsATransaction: POSTS_A_TRANSACTION,
  apply: applyPosts,
  conclude: (_batch, _posts, [answered]) => {
    if (!answered) throw new Error("one post gave no answer");
    return answered;
  },
};

const shared = globalThis as { callmarkBuyerPosts?: Receiver<Post, Answered, BuyerPostAnswer> };
shared.callmarkBuyerPosts ??= new Receiver(kind);
export const buyerPosts = shared.callmarkBuyerPosts;

/** Applies posts in order and files what waits for a person. */
async function applyPosts(tx: SqlTx, batch: Batch, posts: readonly Post[]): Promise<Answered[]> {
  const resolved = await resolvePosts(tx, batch, posts);
  const requests = resolved.flatMap((post) => (post.kind === "request" ? [post.request] : []));
  const { plan, views } = requests.length === 0 ? NOTHING : await convertAndRead(tx, batch, requests);
  const left = [...plan.outcomes];
  const applied = resolved.map((resolvedPost, place): Applied | ResolvedPost => {
    const post = posts[place];
    const outcome = resolvedPost.kind === "request" ? left.shift() : undefined;
    return resolvedPost.kind === "request" && outcome && post
      ? appliedPost(batch, post, resolvedPost, outcome)
      : resolvedPost;
  });
  await fileInInbox(
    tx,
    applied.flatMap((post) => (post.kind === "held" ? [post.item] : [])),
  );
  return applied.map((post, place) => answered(batch, posts[place], post, views));
}

const NOTHING = { plan: { outcomes: [] as readonly Outcome[] }, views: new Map<number, CallView>() };

type Applied =
  | Held
  | { readonly kind: "applied"; readonly ignored: readonly string[]; readonly outcome: Extract<Outcome, { ok: true }> };

/** A post that the call rejects is filed too. A post about another buyer's call gets no details. */
function appliedPost(
  batch: Batch,
  post: Post,
  { ignored, request, unmatched }: Extract<ResolvedPost, { kind: "request" }>,
  outcome: Outcome,
): Applied {
  if (outcome.ok) return { kind: "applied", ignored, outcome };
  const { error } = outcome;
  if (error instanceof Unmatched || error instanceof NotFound) return { kind: "held", ignored, item: unmatched };
  return { ...rejectedPost(batch, post, error, request.call.id), ignored };
}

function answered(
  { company }: Batch,
  post: Post | undefined,
  applied: Applied | ResolvedPost,
  views: ReadonlyMap<number, CallView>,
): Answered {
  const ignored = applied.ignored.length > 0 ? { ignored: [...applied.ignored] } : {};
  if (applied.kind === "nothing") return concluded(200, "ignored", null, { detail: applied.why, ...ignored });
  if (applied.kind === "held") {
    const { error, item } = applied;
    const outcome = item.reason === "refused" ? "refused" : "waiting";
    if (!error) return concluded(200, outcome, item.problem, { held: true, detail: item.problem ?? "", ...ignored });
    return { log: { status: STATUS[error.code], outcome, problem: item.problem, result: [] }, answer: error };
  }
  if (applied.kind !== "applied" || !post) throw new Error("a post was not applied");
  const { outcome } = applied;
  const converted = withView(outcome, views);
  const call = converted.ok && converted.call.sides.buyer.party?.id === post.endpoint.buyerId ? converted.call : null;
  const held = outcome.held.length > 0;
  const isRepeated = outcome.repeated || (!outcome.changed && !held && outcome.older.length === 0);
  const { log, answer } = concluded(200, held ? "waiting" : isRepeated ? "repeated" : "applied", null, {
    changed: outcome.changed,
    ...(held && { held }),
    ...(outcome.repeated && { repeated: true }),
    ...(outcome.older.length > 0 && { superseded: true }),
    ...(call && { call: presentCall({ company, actor: webhookActor(post.endpoint) }, call) }),
    ...ignored,
  });
  return { log: { ...log, result: [{ call_id: outcome.callId, changed: outcome.changed }] }, answer };
}

function concluded(
  status: 200,
  outcome: Answered["log"]["outcome"],
  problem: string | null,
  answer: Partial<BuyerPostAnswer>,
): Answered {
  return { log: { status, outcome, problem, result: [] }, answer: { status, changed: false, ...answer } };
}
