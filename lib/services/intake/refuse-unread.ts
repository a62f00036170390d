import type { DomainError } from "@/lib/domain/errors";
import { keepUnsignedEvent } from "../webhooks/keep-unsigned-event";
import type { OpenedSource } from "./open-source";

type Unread = {
  readonly receivedAt: Date;
  readonly status: number;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
};

/** Enters a delivery in the log of which nobody read the body, because it is too large or broke off. */
export async function refuseUnread(
  { ctx, endpoint }: OpenedSource,
  unread: Unread,
  reason: DomainError,
): Promise<void> {
  await keepUnsignedEvent(ctx.company.id, {
    ...unread,
    endpointId: endpoint.id,
    signature: "not_checked",
    outcome: "refused",
    problem: reason.message,
    payload: new Uint8Array(),
    result: [],
  });
}
