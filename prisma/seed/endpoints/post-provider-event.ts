import { DomainError } from "@/lib/base/errors";
import { eventHeaders } from "@/lib/inbound/event-headers";
import { receiveProviderEvent } from "@/lib/inbound/receive-provider-event";
import type { Integration } from "./open-endpoints";
import type { ProviderEvent } from "./providers/carried-call";

/** Posts a provider's event to its integration, signed with this secret. A rejection appears in the event log. */
export async function postProviderEvent(
  integration: Integration,
  { body, query = "", sign }: ProviderEvent,
  secret: string,
  at: Date,
): Promise<void> {
  const { opened } = integration;
  const url = query === "" ? integration.url : `${integration.url}?${query}`;
  const headers = new Map(Object.entries(sign(secret, url, at)));
  const delivery = {
    method: "POST",
    url,
    headers: new Headers([...headers]),
    body: new TextEncoder().encode(body),
    receivedAt: at,
  };
  const request = { opened, event: delivery, headers: eventHeaders(headers), query };
  await receiveProviderEvent({ ...opened.ctx, now: () => at }, request).catch((reason: unknown) => {
    if (!(reason instanceof DomainError)) throw reason;
  });
}
