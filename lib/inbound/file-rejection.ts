import type { Context } from "@/lib/access/context";
import type { DomainError } from "@/lib/base/errors";
import { type CompanyId, isUuid } from "@/lib/base/ids";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import { findCalls } from "@/lib/call/sql/find-calls";
import { fileInInbox } from "@/lib/conversion/sql/file-in-inbox";
import { Batcher } from "@/lib/platform/sql/batcher";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { storedPayload, storedProblem } from "./stored-payload";

type Rejection = {
  readonly ctx: Context;
  /** As it is in the path. */
  readonly uuid: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly error: DomainError;
};

const REJECTIONS_A_TRANSACTION = 200;

const shared = globalThis as { callmarkRejections?: Map<CompanyId, Batcher<Rejection, undefined>> };
shared.callmarkRejections ??= new Map();
const batchers = shared.callmarkRejections;

/**
 * Files a rejected request of an outside system in the inbox, because its sender never reads answers. The sender is
 * answered afterwards, so a failure here loses nothing.
 */
export function fileRejection(ctx: Context, rejection: Omit<Rejection, "ctx">): Promise<void> {
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(fileTogether, REJECTIONS_A_TRANSACTION);
  batchers.set(id, batcher);
  return batcher.add({ ctx, ...rejection });
}

/** Files one by one, so that simultaneous repetitions count up on one item. */
async function fileTogether(rejections: readonly Rejection[]): Promise<undefined[]> {
  const [first] = rejections;
  if (!first) return [];
  return inCompanySql(first.ctx.company.id, async (tx) => {
    const calls = await findCalls(
      tx,
      rejections.map(({ uuid = "" }) => ({ integrationId: null, externalId: null, uuid: isUuid(uuid) ? uuid : null })),
    );
    await fileInInbox(
      tx,
      rejections.map(({ ctx, uuid, payload, error }, place) => ({
        receivedAt: ctx.now(),
        reason: "refused",
        callId: calls[place]?.id ?? null,
        side: null,
        mechanism: mechanismOfActor(ctx.actor),
        actor: ctx.actor,
        payload: { ...storedPayload(payload), call_uuid: uuid ?? null },
        problem: storedProblem(error),
      })),
    );
    return rejections.map(() => undefined);
  });
}
