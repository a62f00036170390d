import { NotFound } from "@/lib/base/errors";
import { answerRequest } from "@/lib/platform/http/answer-request";
import type { ApiRequest } from "@/lib/platform/http/api-request";

/** Answers 404 for unknown addresses below /api/v1. */
export function GET(request: ApiRequest): Promise<Response> {
  return answerRequest(request, "/api/v1/{rest}", () =>
    Promise.reject(new NotFound("No route matches this URL. See /docs/api.")),
  );
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
