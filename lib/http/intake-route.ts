import type { NextRequest } from "next/server";
import { z } from "zod";
import { systemClock } from "@/lib/config/clock";
import { env } from "@/lib/config/env";
import { IntakeResult } from "@/lib/contracts/intake";
import { DomainError } from "@/lib/domain/errors";
import { type OpenedSource, openSource } from "@/lib/services/intake/open-source";
import { refuseUnread } from "@/lib/services/intake/refuse-unread";
import { takeInDelivery } from "@/lib/services/intake/take-in-delivery";
import { eventHeaders } from "@/lib/services/webhooks/event-headers";
import { answer } from "./answer";
import { answerRequest } from "./answer-request";
import { STATUS } from "./problem";
import { readBody } from "./read-body";
import { queryOf } from "./receive";
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

function handler(
  request: NextRequest,
  { params }: { params: Promise<Readonly<Record<string, string>>> },
): Promise<Response> {
  return answerRequest(request.method, declaration.path, async (speaksAs) => {
    const { provider = "", source_key = "" } = await params;
    const source = await openSource(provider, source_key, systemClock);
    speaksAs(source.ctx);
    return answer({}, await takeIn(request, source));
  });
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
  const delivery = { method, url: publicAddress(url), headers: request.headers, body, receivedAt };
  return takeInDelivery(ctx, { opened: source, intake, delivery, headers, query });
}

/** The address as the sender knows it: what stands before the path is the proxy's business. */
function publicAddress(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  return new URL(env().NEXTAUTH_URL).origin + path;
}
