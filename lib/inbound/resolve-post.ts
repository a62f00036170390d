import { DomainError } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import { callerHash } from "@/lib/call/caller-hash";
import type { Batch } from "@/lib/conversion/batch";
import type { InboxItem } from "@/lib/conversion/domain/inbox-item";
import { type ConversionRequest, type Match, WebhookSwitchedOff } from "@/lib/conversion/domain/request";
import { requestOfUpdate } from "@/lib/conversion/parse-update";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { webhookSettings } from "./domain/webhook-settings";
import { NotUnderstood } from "./not-understood";
import { readPost, type Sought } from "./read-buyer-post";
import type { Endpoint } from "./sql/endpoint";
import { findPostedCalls, type PostedCall, type SoughtCall } from "./sql/find-posted-calls";
import { storedPayload, storedProblem } from "./stored-payload";
import { webhookActor } from "./webhook-actor";

/** A post of a buyer as a request. `ignored` are unknown names. */
export type ResolvedPost =
  | {
      readonly kind: "request";
      readonly ignored: readonly string[];
      /** Found without a lock, so it is checked again. */
      readonly request: ConversionRequest & { readonly call: { readonly id: number } };
      /** The inbox item if the call is not the buyer's under the lock. */
      readonly unmatched: InboxItem;
    }
  | Held
  | { readonly kind: "nothing"; readonly ignored: readonly string[]; readonly why: string };

export type Held = {
  readonly kind: "held";
  readonly ignored: readonly string[];
  readonly item: InboxItem;
  /** The answer if the sender made a mistake. */
  readonly error?: DomainError;
};

type Json = Readonly<Record<string, unknown>>;

export type Post = {
  readonly endpoint: Endpoint;
  readonly parameters: Json;
  /** The message id, if the sender sent one. */
  readonly messageId?: string | undefined;
  /** Why the body could not be read. */
  readonly unreadable?: DomainError | undefined;
};

/**
 * Reads posts by the settings of their endpoints and finds the buyer's call that each names. Nothing is locked or
 * written: the call is checked again under its lock.
 */
export async function resolvePosts(tx: SqlTx, batch: Batch, posts: readonly Post[]): Promise<ResolvedPost[]> {
  const read = posts.map((post) => readOrHeld(batch, post));
  const postedCalls = await findPostedCalls(
    tx,
    read.flatMap((post) => (post.kind === "read" ? soughtCall(batch, post) : [])),
  );
  return read.map((post) => (post.kind === "read" ? resolved(batch, post, postedCalls.shift() ?? []) : post));
}

export async function resolvePost(tx: SqlTx, batch: Batch, post: Post): Promise<ResolvedPost> {
  const [only] = await resolvePosts(tx, batch, [post]);
  if (!only) throw new Error("one post gave no answer");
  return only;
}

/** A post that its sender has to correct. It is filed in the inbox too, because most senders never read answers. */
export function rejectedPost(batch: Batch, post: Post, error: DomainError, callId: number | null = null): Held {
  const item = itemOf(batch, post, { reason: "refused", problem: storedProblem(error), callId });
  if (error instanceof NotUnderstood) return { kind: "held", ignored: error.ignored, item };
  if (error instanceof WebhookSwitchedOff) return { kind: "held", ignored: [], item };
  return { kind: "held", ignored: [], item, error };
}

const PAUSED = "The webhook is paused.";
const NO_CALL = "No call of this buyer matches.";
const SEVERAL_CALLS = "Several calls of this buyer match.";

type Read = {
  readonly kind: "read";
  readonly post: Post;
  readonly buyerId: number;
  readonly ignored: readonly string[];
  /** Fields of a conversion update, with the message id. */
  readonly conversionUpdate: Json;
  readonly sought: Sought;
};

function readOrHeld(batch: Batch, post: Post): Read | ResolvedPost {
  const { endpoint, parameters, messageId, unreadable } = post;
  try {
    if (unreadable) throw unreadable;
    const { ignored, conversionUpdate, isUpdate, sought } = readPost(
      batch,
      webhookSettings(endpoint.mapping),
      parameters,
    );
    const { buyerId } = endpoint;
    if (!isUpdate || sought === null || buyerId === null) {
      return { kind: "nothing", ignored, why: "The payload contains no update to a call." };
    }
    const named = messageId === undefined ? conversionUpdate : { event_id: messageId, ...conversionUpdate };
    return { kind: "read", post, buyerId, ignored, conversionUpdate: named, sought };
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    return rejectedPost(batch, post, reason);
  }
}

function soughtCall({ company }: Batch, { buyerId, sought }: Read): SoughtCall {
  if ("uuid" in sought) return { buyerId, uuid: sought.uuid };
  const { callers, from, until } = sought;
  return { buyerId, callerHashes: callers.map((caller) => hexHash(company.id, caller)), from, until };
}

/**
 * Another buyer's call is checked under the lock, because it may have moved to this buyer. Several matching calls go to
 * a person.
 */
function resolved(batch: Batch, read: Read, [first, second]: readonly PostedCall[]): ResolvedPost {
  const { post, ignored, conversionUpdate } = read;
  const isAmbiguous = second !== undefined && second.isOwn === first?.isOwn;
  const own = first?.isOwn && !isAmbiguous ? first.id : null;
  if (post.endpoint.pausedAt !== null) {
    const item = itemOf(batch, post, { reason: "refused", problem: PAUSED, callId: own, conversionUpdate });
    return { kind: "held", ignored, item };
  }
  const unmatched = unmatchedPost(batch, read, isAmbiguous && first?.isOwn === true);
  if (first === undefined || isAmbiguous) return { kind: "held", ignored, item: unmatched };
  try {
    const update = requestOfUpdate(batch, webhookActor(post.endpoint), {
      conversionUpdate,
      payload: storedPayload(post.parameters),
    });
    const request = { ...update, call: { id: first.id }, match: matchOf(batch, read) };
    return { kind: "request", ignored, request, unmatched };
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    return rejectedPost(batch, post, reason, own);
  }
}

function matchOf(batch: Batch, read: Read): Match {
  const { buyerId, ...sought } = soughtCall(batch, read);
  return "uuid" in sought ? { buyerId } : { buyerId, ...sought };
}

/** The item stores what identifies the call when it arrives. */
function unmatchedPost(batch: Batch, { post, buyerId, conversionUpdate, sought }: Read, several: boolean): InboxItem {
  const filed = several
    ? ({ reason: "ambiguous", problem: SEVERAL_CALLS } as const)
    : ({ reason: "unmatched", problem: NO_CALL } as const);
  if ("uuid" in sought) {
    const wanted = { buyer_id: buyerId, uuid: sought.uuid };
    const item = itemOf(batch, post, {
      ...filed,
      callId: null,
      conversionUpdate: { ...conversionUpdate, sought: wanted },
    });
    return { ...item, soughtUuid: sought.uuid };
  }
  const { callers, from, until } = sought;
  const [likeliest = ""] = callers;
  const wanted = { buyer_id: buyerId, from: from.toISOString(), until: until.toISOString() };
  const item = itemOf(batch, post, {
    ...filed,
    callId: null,
    conversionUpdate: { ...conversionUpdate, sought: wanted },
  });
  return { ...item, soughtCaller: callerHash(batch.company.id, likeliest) };
}

type Filed = Pick<InboxItem, "reason" | "callId" | "problem" | "conversionUpdate">;

function itemOf(batch: Batch, { endpoint, parameters }: Post, filed: Filed): InboxItem {
  return {
    ...filed,
    receivedAt: batch.now(),
    side: "buyer",
    mechanism: "webhook",
    actor: webhookActor(endpoint),
    payload: storedPayload(parameters),
    endpointId: endpoint.id,
  };
}

function hexHash(company: CompanyId, caller: string): string {
  return Buffer.from(callerHash(company, caller)).toString("hex");
}
