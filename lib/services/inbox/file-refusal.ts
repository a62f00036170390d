import { findCallId } from "@/lib/db/calls/find-call";
import { inCompany } from "@/lib/db/in-company";
import { fileInInbox } from "@/lib/db/inbox/file-in-inbox";
import { mechanismOfActor } from "@/lib/domain/call/mechanism";
import { isUuid } from "@/lib/domain/ids";
import { clip, clipPayload } from "@/lib/domain/inbox/clip";
import type { Context } from "../context";

/** Keeps what an outside system sent in vain: its callers never read answers, so a person has to hear of it. */
export async function fileRefusal(
  ctx: Context,
  refused: { readonly uuid: string | undefined; readonly payload: Record<string, unknown>; readonly problem: string },
): Promise<void> {
  const { uuid, payload, problem } = refused;
  await inCompany(ctx.company.id, async (tx) => {
    const callId = uuid !== undefined && isUuid(uuid) ? await findCallId(tx, { uuid }) : null;
    await fileInInbox(tx, [
      {
        receivedAt: ctx.now(),
        reason: "refused",
        callId,
        side: null,
        mechanism: mechanismOfActor(ctx.actor),
        actor: ctx.actor,
        payload: { ...clipPayload(payload), call_uuid: uuid ?? null },
        problem: clip(problem),
      },
    ]);
  });
}
