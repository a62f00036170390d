import { DomainError } from "@/lib/base/errors";
import type { IntakeResult } from "@/lib/inbound/contract/ingest";
import { eventHeaders } from "@/lib/inbound/event-headers";
import type { OpenedIntegration } from "@/lib/inbound/open-integration";
import { rejectUnread } from "@/lib/inbound/receive";
import { receiveProviderEvent } from "@/lib/inbound/receive-provider-event";
import { env } from "@/lib/platform/config/env";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { readBody } from "@/lib/platform/http/read-body";
import { queryOf } from "@/lib/platform/http/receive";
import { PROVIDER } from "./policies";

/** A provider's post as it arrived. Its signature covers the raw body, so nothing is decoded before the check. */
export async function receiveProviderRequest(request: ApiRequest, opened: OpenedIntegration): Promise<IntakeResult> {
  const { ctx, endpoint } = opened;
  const { method, url } = request;
  const receivedAt = ctx.now();
  const query = queryOf(request);
  const headers = eventHeaders(request.headers);
  const body = await readBody(request, PROVIDER.kibibytesAtMost).catch((reason: unknown) => {
    if (!(reason instanceof DomainError)) throw reason;
    const contentType = request.headers.get("content-type");
    const unread = { endpointId: endpoint.id, receivedAt, method, contentType, query, headers };
    return rejectUnread(ctx.company.id, unread, reason);
  });
  const event = { method, url: publicAddress(url), headers: request.headers, body, receivedAt };
  return receiveProviderEvent(ctx, { opened, event, headers, query });
}

/**
 * The URL as the sender knows it: the configured base URL with this path and query, whatever proxies did to the host.
 */
function publicAddress(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  return new URL(env().NEXTAUTH_URL).origin + path;
}
