import { openApi } from "@/lib/api/reference/open-api";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { textResponse } from "@/lib/platform/http/text-response";
import { declaredRoutes, ITSELF } from "./declared-routes";

let text: string | undefined;

export function GET(request: ApiRequest): Promise<Response> {
  return answerRequest(request.method, ITSELF.declaration.path, async () => {
    text ??= JSON.stringify(openApi(declaredRoutes));
    return textResponse(text, {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    });
  });
}

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET: ITSELF });
