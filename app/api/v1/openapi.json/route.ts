import type { NextRequest } from "next/server";
import { openApi } from "@/lib/api/reference/open-api";
import { answerRequest } from "@/lib/platform/http/answer-request";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { declaredRoutes, ITSELF } from "./declared-routes";

let text: string | undefined;

export function GET(request: NextRequest): Promise<Response> {
  return answerRequest(request.method, ITSELF.declaration.path, async () => {
    text ??= JSON.stringify(openApi(declaredRoutes));
    return new Response(text, {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    });
  });
}

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET: ITSELF });
