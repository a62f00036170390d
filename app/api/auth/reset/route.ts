import { ResetForm } from "@/lib/access/contract/sign-in";
import { limited } from "@/lib/access/limited-body";
import { requestReset } from "@/lib/access/request-reset";
import { NotFound } from "@/lib/base/errors";
import { CLIENT_ADDRESS, networkOfRequest } from "@/lib/platform/config/client-address";
import { env } from "@/lib/platform/config/env";
import { assertOwnOrigin } from "@/lib/platform/http/own-origin";
import { parseInput } from "@/lib/platform/http/parse-input";
import { requestIdOf } from "@/lib/platform/http/request-id";
import { TooManyRequests } from "@/lib/platform/http/too-many-requests";

/** Mails a link to set a new password, if somebody signs in with the address; the answer is the same if nobody does. */
export function POST(request: Request): Promise<Response> {
  return limited(request, async (small) => {
    if (env().SMTP_URL === undefined) throw new NotFound();
    assertOwnOrigin(small);
    const { email } = parseInput(ResetForm, await small.json().catch(() => ({})));
    const from = { address: request.headers.get(CLIENT_ADDRESS), requestId: requestIdOf(request) };
    const retryAfterSeconds = await requestReset(email, networkOfRequest(request.headers), from);
    if (retryAfterSeconds !== null) throw new TooManyRequests(retryAfterSeconds, "Too many links were asked for.");
    return Response.json({ status: 200 }, { headers: { "cache-control": "no-store" } });
  });
}
