import type { NextRequest } from "next/server";
import { z } from "zod";
import { env } from "@/lib/config/env";
import { IntakeResult } from "@/lib/contracts/intake";
import { DomainError } from "@/lib/domain/errors";
import { type OpenedSource, openSource } from "@/lib/services/intake/open-source";
import { refuseUnread } from "@/lib/services/intake/refuse-unread";
import { takeInDelivery } from "@/lib/services/intake/take-in-delivery";
import { eventHeaders } from "@/lib/services/webhooks/event-headers";
import { answer } from "./answer";
import { problemOf, problemResponse, STATUS } from "./problem";
import { readBody } from "./read-body";
import { queryOf } from "./receive";
import { recordRequest } from "./record-request";
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

/** The address at which makers post. What they sign is the body as it came, so nothing is decoded before it is checked. */
export const intakeRoute: Route<typeof declaration.input, typeof IntakeResult> = Object.assign(handler, {
  declaration,
});

async function handler(
  request: NextRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  const began = performance.now();
  const requestId = crypto.randomUUID();
  let source: OpenedSource | undefined;
  let response: Response;
  try {
    const { provider = "", source_key = "" } = await params;
    source = await openSource(provider, source_key);
    response = answer({}, await takeIn(request, source));
  } catch (reason) {
    const problem = problemOf(reason, requestId);
    response = problemResponse(problem);
    if (problem.status === 500) recordRequest.failure(declaration.path, requestId, reason);
  }
  recordRequest(request.method, declaration.path, response.status, performance.now() - began, requestId, source?.ctx);
  return response;
}

async function takeIn(request: NextRequest, source: OpenedSource): Promise<IntakeResult> {
  const { ctx, intake } = source;
  const receivedAt = ctx.now();
  const query = queryOf(request);
  const headers = eventHeaders(request.headers);
  const body = await readBody(request, MEBIBYTES_AT_MOST).catch(async (reason) => {
    if (reason instanceof DomainError) {
      const contentType = request.headers.get("content-type");
      await refuseUnread(source, { receivedAt, status: STATUS[reason.code], contentType, headers, query }, reason);
    }
    throw reason;
  });
  const { method, url } = request;
  const header = (name: string) => request.headers.get(name);
  const delivery = { method, url: publicAddress(url), header, body, receivedAt };
  return takeInDelivery(ctx, { opened: source, intake, delivery, headers, query });
}

/** The address as the sender knows it: what stands before the path is the proxy's business. */
function publicAddress(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  return new URL(env().NEXTAUTH_URL).origin + path;
}
