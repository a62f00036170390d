import { DomainError } from "@/lib/domain/errors";
import { eventHeaders } from "@/lib/inbound/event-headers";
import { receiveProviderEvent } from "@/lib/inbound/receive-provider-event";
import type { Told } from "./makers/told-call";
import type { Line } from "./open-doors";

/** A maker's system posts to its line, signed with this secret. What it is refused stands in the log of events. */
export async function deliver(line: Line, { body, query = "", sign }: Told, secret: string, at: Date): Promise<void> {
  const { opened } = line;
  const url = query === "" ? line.url : `${line.url}?${query}`;
  const headers = new Map(Object.entries(sign(secret, url, at)));
  const delivery = {
    method: "POST",
    url,
    headers: new Headers([...headers]),
    body: new TextEncoder().encode(body),
    receivedAt: at,
  };
  const given = { opened, event: delivery, headers: eventHeaders(headers), query };
  await receiveProviderEvent({ ...opened.ctx, now: () => at }, given).catch((reason: unknown) => {
    if (!(reason instanceof DomainError)) throw reason;
  });
}
