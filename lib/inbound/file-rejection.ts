import type { Context } from "@/lib/access/context";
import type { DomainError } from "@/lib/base/errors";
import { type CompanyId, isUuid } from "@/lib/base/ids";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import { findCalls } from "@/lib/call/sql/find-calls";
import { fileInInbox } from "@/lib/conversion/sql/file-in-inbox";
import { STATUS } from "@/lib/platform/http/problem";
import { Batcher } from "@/lib/platform/sql/batcher";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { arrivedEvent } from "./arrived-event";
import { NotUnderstood } from "./not-understood";
import type { RawPost } from "./raw-post";
import { clipped } from "./save-unsigned-event";
import { type EventActor, insertEvents, type NewEvent } from "./sql/insert-events";
import { storedPayload, storedProblem } from "./stored-payload";

type Rejection = {
  readonly ctx: Context;
  readonly request: RawPost;
  /** The call in the path, as it was written there. */
  readonly uuid: string | undefined;
  /** What the inbox shows; null for senders who read answers, whose rejections are only logged. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly error: DomainError;
};

const REJECTIONS_A_TRANSACTION = 200;

const shared = globalThis as { callmarkRejections?: Map<CompanyId, Batcher<Rejection, undefined>> };
shared.callmarkRejections ??= new Map();
const batchers = shared.callmarkRejections;

/**
 * Logs a rejected request of an outside system, and files it in the inbox if its sender never reads answers. The sender
 * is answered afterwards, so a failure here loses nothing.
 */
export function fileRejection(ctx: Context, rejection: Omit<Rejection, "ctx">): Promise<void> {
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(fileTogether, REJECTIONS_A_TRANSACTION);
  batchers.set(id, batcher);
  return batcher.add({ ctx, ...rejection });
}

/** Files in order, so that simultaneous repetitions count up on one item. */
async function fileTogether(rejections: readonly Rejection[]): Promise<undefined[]> {
  const [first] = rejections;
  if (!first) return [];
  return inCompanySql(first.ctx.company.id, async (tx) => {
    const calls = await findCalls(
      tx,
      rejections.map(({ uuid = "" }) => ({ integrationId: null, externalId: null, uuid: isUuid(uuid) ? uuid : null })),
    );
    const callIds = calls.map((call) => call?.id ?? null);
    await fileInInbox(
      tx,
      rejections.flatMap(({ ctx, uuid, payload, error }, place) =>
        payload === null
          ? []
          : [
              {
                receivedAt: ctx.now(),
                reason: "refused" as const,
                callId: callIds[place] ?? null,
                side: null,
                mechanism: mechanismOfActor(ctx.actor),
                actor: ctx.actor,
                payload: { ...storedPayload(payload), call_uuid: uuid ?? null },
                problem: storedProblem(error),
              },
            ],
      ),
    );
    await insertEvents(
      tx,
      rejections.map((rejection, place) => eventOf(rejection, callIds[place] ?? null)),
    );
    return rejections.map(() => undefined);
  });
}

function eventOf({ ctx, request, error }: Rejection, callId: number | null): NewEvent {
  const isHeld = error instanceof NotUnderstood;
  return {
    ...arrivedEvent(ctx.now(), request),
    endpointId: null,
    actor: eventActor(ctx),
    signature: "not_checked",
    payload: clipped(request.body),
    status: isHeld ? 200 : STATUS[error.code],
    outcome: isHeld ? "waiting" : "refused",
    problem: storedProblem(error),
    result: callId === null ? [] : [{ call_id: callId }],
  };
}

function eventActor({ actor: { type, id } }: Context): EventActor {
  if ((type !== "api_key" && type !== "secure_token") || id === null) throw new Error(`a ${type} has no event log`);
  return { type, id };
}
