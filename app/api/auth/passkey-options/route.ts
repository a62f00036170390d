import { passkeySignInOptions } from "@/lib/access/passkeys";
import { networkOfRequest } from "@/lib/platform/config/client-address";
import { answerRequest } from "@/lib/platform/http/answer-request";
import { countRequest } from "@/lib/platform/http/rate-limits";

const A_MINUTE = 60;

/** What the browser needs to sign in with a passkey. Not part of the API: it serves the sign-in page. */
export function POST(request: Request): Promise<Response> {
  return answerRequest(request, "/api/auth/passkey-options", async () => {
    await countRequest(`passkey options ${networkOfRequest(request.headers) ?? ""}`, A_MINUTE);
    return Response.json(await passkeySignInOptions(), { headers: { "cache-control": "no-store" } });
  });
}
