import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { findCallOfBuyer, mayPostAbout } from "@/lib/db/hooks/find-post-target";
import type { SqlTx } from "@/lib/db/in-company";
import type { InboxItem } from "@/lib/db/inbox/file-in-inbox";
import { findCallsOfCaller } from "@/lib/db/inbox/find-calls-of-caller";
import type { Endpoint } from "@/lib/db/webhooks/endpoint";
import { DomainError, Invalid } from "@/lib/domain/errors";
import { hookSettings } from "@/lib/domain/hooks/hook-settings";
import { clip, clipPayload } from "@/lib/domain/inbox/clip";
import { callerHash } from "../call/caller-hash";
import type { Batch } from "../conversion/apply-conversions";
import { hookActor } from "./hook-actor";
import { readPost, type Sought } from "./read-post";
import { statementRequest } from "./statement-request";

/** What is to be done with a post. `ignored` names what was not understood. */
export type Considered = { readonly ignored: readonly string[] } & (
  | { readonly kind: "request"; readonly callId: number; readonly request: ConversionRequest }
  | {
      readonly kind: "wait";
      readonly item: InboxItem;
      /** Where the sender made the mistake: what it is told. */
      readonly error?: DomainError;
    }
  | { readonly kind: "nothing"; readonly why: string }
);

export type Post = {
  readonly endpoint: Endpoint;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The number of the message, where its sender gave one. */
  readonly messageId?: string | undefined;
};

/** Reads a post by the settings of its address and finds the one call of this buyer that it means. Writes nothing. */
export async function considerPost(tx: SqlTx, batch: Batch, post: Post): Promise<Considered> {
  const { endpoint, parameters } = post;
  try {
    const { ignored, statement: said, says, sought } = readPost(batch, hookSettings(endpoint.mapping), parameters);
    const statement = { ...(post.messageId !== undefined && { event_id: post.messageId }), ...said };
    if (!says || sought === null) return { kind: "nothing", ignored, why: "It says nothing about a call." };
    const found = await findCalls(tx, batch, endpoint, sought);
    const [callId] = found;
    if (endpoint.pausedAt !== null || (callId !== undefined && !(await mayPostAbout(tx, callId)))) {
      const why = endpoint.pausedAt === null ? SWITCHED_OFF : PAUSED;
      return waits(batch, post, { reason: "refused", problem: why, ignored, statement, callId: callId ?? null });
    }
    if (callId === undefined || found.length > 1) {
      const reason = callId === undefined ? "unmatched" : "ambiguous";
      const problem = callId === undefined ? NO_CALL : SEVERAL_CALLS;
      const wanted = soughtWords(batch, endpoint, sought);
      const kept = { ...statement, sought: wanted.words };
      return waits(batch, post, { reason, problem, ignored, statement: kept, callId: null, ...wanted.keys });
    }
    const actor = hookActor(endpoint);
    const request = await statementRequest(tx, batch, { actor, callId, statement, payload: kept(parameters) });
    return { kind: "request", ignored, callId, request };
  } catch (reason) {
    if (!(reason instanceof DomainError)) throw reason;
    return refusedPost(batch, post, reason);
  }
}

/** A post that its sender has to correct; it waits in the inbox too, since most senders never read what they are told. */
export function refusedPost(batch: Batch, post: Post, error: DomainError, callId: number | null = null): Considered {
  return { ...waits(batch, post, { reason: "refused", problem: sentence(error), ignored: [], callId }), error };
}

const PAUSED = "The address is paused.";
const SWITCHED_OFF = "The buyer's settings switch its webhook off for this call.";
const NO_CALL = "No call of this buyer fits.";
const SEVERAL_CALLS = "More than one call of this buyer fits.";

async function findCalls(tx: SqlTx, batch: Batch, { buyerId }: Endpoint, sought: Sought): Promise<number[]> {
  if (buyerId === null) return [];
  if ("uuid" in sought) {
    const id = await findCallOfBuyer(tx, { uuid: sought.uuid, buyerId });
    return id === null ? [] : [id];
  }
  const callerHashes = sought.callers.map((caller) => callerHash(batch.company.id, caller));
  return findCallsOfCaller(tx, { buyerId, callerHashes, from: sought.from, until: sought.until }, 2);
}

/** What the inbox has to remember to know the call when it arrives. */
function soughtWords(batch: Batch, { buyerId }: Endpoint, sought: Sought) {
  if ("uuid" in sought) return { words: { buyer_id: buyerId, uuid: sought.uuid }, keys: { soughtUuid: sought.uuid } };
  const { callers, from, until } = sought;
  const [likeliest = ""] = callers;
  return {
    words: { buyer_id: buyerId, from: from.toISOString(), until: until.toISOString() },
    keys: { soughtCaller: callerHash(batch.company.id, likeliest) },
  };
}

type Filed = Pick<InboxItem, "reason" | "callId" | "problem"> &
  Partial<Pick<InboxItem, "statement" | "soughtUuid" | "soughtCaller">> & { readonly ignored: readonly string[] };

type Waits = Extract<Considered, { kind: "wait" }>;

function waits(batch: Batch, { endpoint, parameters }: Post, { ignored, ...filed }: Filed): Waits {
  const item: InboxItem = {
    ...filed,
    receivedAt: batch.now(),
    side: "buyer",
    mechanism: "webhook",
    actor: hookActor(endpoint),
    payload: kept(parameters),
    endpointId: endpoint.id,
  };
  return { kind: "wait", ignored, item };
}

function sentence(reason: DomainError): string {
  const errors = reason instanceof Invalid ? Object.entries(reason.errors) : [];
  const text = [reason.message, ...errors.map(([field, message]) => `${field}: ${message}`)].join(" ");
  return clip(text.replaceAll("\0", "\ufffd"));
}

/** JSON in the database holds neither NUL nor halves of characters. */
function kept(parameters: Post["parameters"]): Post["parameters"] {
  const text = JSON.stringify(clipPayload(parameters));
  return JSON.parse(text.replace(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, "\\ufffd"));
}
