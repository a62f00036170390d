import { DomainError } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import { callerHash } from "@/lib/call/caller-hash";
import type { Batch } from "@/lib/conversion/batch";
import type { InboxItem } from "@/lib/conversion/domain/inbox-item";
import { type ConversionRequest, type Match, WebhookSwitchedOff } from "@/lib/conversion/domain/request";
import { keptRequest } from "@/lib/conversion/kept-update";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { webhookSettings } from "./domain/webhook-settings";
import { keptPayload, keptProblem } from "./kept-words";
import { NotUnderstood } from "./not-understood";
import { readPost, type Sought } from "./read-buyer-post";
import type { Endpoint } from "./sql/endpoint";
import { findPostedCalls, type PostedCall, type SoughtCall } from "./sql/find-posted-calls";
import { webhookActor } from "./webhook-actor";

/** What a buyer's post asks for. `ignored` names what was not understood. */
export type ResolvedPost =
  | {
      readonly kind: "request";
      readonly ignored: readonly string[];
      /** A guess, until it is locked. */
      readonly request: ConversionRequest & { readonly call: { readonly id: number } };
      /** What waits where the call turns out not to be one of this buyer. */
      readonly unmatched: InboxItem;
    }
  | Held
  | { readonly kind: "nothing"; readonly ignored: readonly string[]; readonly why: string };

export type Held = {
  readonly kind: "held";
  readonly ignored: readonly string[];
  readonly item: InboxItem;
  /** Where the sender made the mistake: how it is answered. */
  readonly error?: DomainError;
};

type Json = Readonly<Record<string, unknown>>;

export type Post = {
  readonly endpoint: Endpoint;
  readonly parameters: Json;
  /** The id of the message, where its sender gave one. */
  readonly messageId?: string | undefined;
  /** Why its body could not be read, where that is so. */
  readonly unreadable?: DomainError | undefined;
};

/**
 * Reads posts by the settings of their endpoints and finds the one call of its buyer that each means. Nothing is locked and
 * nothing written: whether the call is still the buyer's is checked again under its lock.
 */
export async function resolvePosts(tx: SqlTx, batch: Batch, posts: readonly Post[]): Promise<ResolvedPost[]> {
  const read = posts.map((post) => readOrHeld(batch, post));
  const found = await findPostedCalls(
    tx,
    read.flatMap((each) => (each.kind === "read" ? soughtCall(batch, each) : [])),
  );
  return read.map((each) => (each.kind === "read" ? resolved(batch, each, found.shift() ?? []) : each));
}

export async function resolvePost(tx: SqlTx, batch: Batch, post: Post): Promise<ResolvedPost> {
  const [only] = await resolvePosts(tx, batch, [post]);
  if (!only) throw new Error("one post in, no answer out");
  return only;
}

/** A post that its sender has to correct; it waits in the inbox too, since most senders never read their answers. */
export function rejectedPost(batch: Batch, post: Post, error: DomainError, callId: number | null = null): Held {
  const item = itemOf(batch, post, { reason: "refused", problem: keptProblem(error), callId });
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
  /** In the words of the API, with the id of its message. */
  readonly statement: Json;
  readonly sought: Sought;
};

function readOrHeld(batch: Batch, post: Post): Read | ResolvedPost {
  const { endpoint, parameters, messageId, unreadable } = post;
  try {
    if (unreadable) throw unreadable;
    const { ignored, statement, says, sought } = readPost(batch, webhookSettings(endpoint.mapping), parameters);
    const { buyerId } = endpoint;
    if (!says || sought === null || buyerId === null) {
      return { kind: "nothing", ignored, why: "The payload contains no update to a call." };
    }
    const named = messageId === undefined ? statement : { event_id: messageId, ...statement };
    return { kind: "read", post, buyerId, ignored, statement: named, sought };
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
 * Of another buyer's call it is said under the lock whether it is this one's by then. What fits several is left to a person.
 */
function resolved(batch: Batch, read: Read, [first, second]: readonly PostedCall[]): ResolvedPost {
  const { post, ignored, statement } = read;
  const isAmbiguous = second !== undefined && second.isOwn === first?.isOwn;
  const own = first?.isOwn && !isAmbiguous ? first.id : null;
  if (post.endpoint.pausedAt !== null) {
    const item = itemOf(batch, post, { reason: "refused", problem: PAUSED, callId: own, statement });
    return { kind: "held", ignored, item };
  }
  const unmatched = unmatchedPost(batch, read, isAmbiguous && first?.isOwn === true);
  if (first === undefined || isAmbiguous) return { kind: "held", ignored, item: unmatched };
  try {
    const kept = keptRequest(batch, webhookActor(post.endpoint), { statement, payload: keptPayload(post.parameters) });
    const request = { ...kept, call: { id: first.id }, match: matchOf(batch, read) };
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

/** With what the inbox has to remember to know the call when it arrives. */
function unmatchedPost(batch: Batch, { post, buyerId, statement, sought }: Read, several: boolean): InboxItem {
  const filed = several
    ? ({ reason: "ambiguous", problem: SEVERAL_CALLS } as const)
    : ({ reason: "unmatched", problem: NO_CALL } as const);
  if ("uuid" in sought) {
    const wanted = { buyer_id: buyerId, uuid: sought.uuid };
    const item = itemOf(batch, post, { ...filed, callId: null, statement: { ...statement, sought: wanted } });
    return { ...item, soughtUuid: sought.uuid };
  }
  const { callers, from, until } = sought;
  const [likeliest = ""] = callers;
  const wanted = { buyer_id: buyerId, from: from.toISOString(), until: until.toISOString() };
  const item = itemOf(batch, post, { ...filed, callId: null, statement: { ...statement, sought: wanted } });
  return { ...item, soughtCaller: callerHash(batch.company.id, likeliest) };
}

type Filed = Pick<InboxItem, "reason" | "callId" | "problem" | "statement">;

function itemOf(batch: Batch, { endpoint, parameters }: Post, filed: Filed): InboxItem {
  return {
    ...filed,
    receivedAt: batch.now(),
    side: "buyer",
    mechanism: "webhook",
    actor: webhookActor(endpoint),
    payload: keptPayload(parameters),
    endpointId: endpoint.id,
  };
}

function hexHash(company: CompanyId, caller: string): string {
  return Buffer.from(callerHash(company, caller)).toString("hex");
}
