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

/** What a provider posts, as it came: what it signs is the body, so nothing is decoded before it is checked. */
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

/** The address as the sender knows it: what stands before the path is the proxy's business. */
function publicAddress(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  return new URL(env().NEXTAUTH_URL).origin + path;
}
