import { z } from "zod";
import { DomainError } from "@/lib/base/errors";
import { IntakeResult } from "@/lib/inbound/contract/ingest";
import { eventHeaders } from "@/lib/inbound/event-headers";
import { type OpenedIntegration, openIntegration } from "@/lib/inbound/open-integration";
import { rejectUnread } from "@/lib/inbound/receive";
import { receiveProviderEvent } from "@/lib/inbound/receive-provider-event";
import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { answer } from "@/lib/platform/http/answer";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { readBody } from "@/lib/platform/http/read-body";
import { queryOf } from "@/lib/platform/http/receive";
import type { Route } from "./route";

const MEBIBYTES_AT_MOST = 5;

const declaration = {
  path: "/intake/{provider}/{source_key}",
  summary: "A phone system or voice agent tells of calls, in its own words and with its own signature",
  doors: [],
  input: z.strictObject({}),
  output: IntakeResult,
  handle: () => Promise.reject(new Error("deliveries are taken in word for word")),
} as const;

/** Where providers post. They sign the raw body, so nothing is decoded before the check. */
export const intakeRoute: Route<typeof declaration.input, typeof IntakeResult> = Object.assign(handler, {
  declaration,
});

function handler(
  request: ApiRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  return answerRequest(request.method, declaration.path, async (speaksAs) => {
    const { provider = "", source_key = "" } = await params;
    const opened = await openIntegration(provider, source_key, systemClock);
    speaksAs(opened.ctx);
    return answer({}, await receiveEvent(request, opened));
  });
}

async function receiveEvent(request: ApiRequest, opened: OpenedIntegration): Promise<IntakeResult> {
  const { ctx, endpoint } = opened;
  const { method, url } = request;
  const receivedAt = ctx.now();
  const query = queryOf(request);
  const headers = eventHeaders(request.headers);
  const body = await readBody(request, MEBIBYTES_AT_MOST).catch((reason: unknown) => {
    if (!(reason instanceof DomainError)) throw reason;
    const contentType = request.headers.get("content-type");
    const unread = { endpointId: endpoint.id, receivedAt, method, contentType, query, headers };
    return rejectUnread(ctx.company.id, unread, reason);
  });
  const event = { method, url: publicAddress(url), headers: request.headers, body, receivedAt };
  return receiveProviderEvent(ctx, { opened, event, headers, query });
}

/** The URL that the sender used, without what a proxy adds before the path. */
function publicAddress(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  return new URL(env().NEXTAUTH_URL).origin + path;
}
