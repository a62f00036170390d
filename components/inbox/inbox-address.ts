import type { InboxReasonName } from "@/lib/inbox/contract";

export type InboxAddress = {
  readonly reason?: InboxReasonName | undefined;
  readonly state: "open" | "resolved";
  readonly cursor?: string | undefined;
};

export function inboxAddress({ reason, state, cursor }: InboxAddress): string {
  const parameters = new URLSearchParams({
    ...(state === "resolved" && { state }),
    ...(reason && { reason }),
    ...(cursor !== undefined && { cursor }),
  });
  return parameters.size === 0 ? "/inbox" : `/inbox?${parameters}`;
}
