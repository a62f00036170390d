import type { ApiRequest } from "./api-request";
import { problemOf, problemResponse } from "./problem";
import { recordRequest, type Speaker } from "./record-request";
import { REQUEST_ID, requestIdOf } from "./request-id";

/** Wraps every route: turns errors into problem documents, and writes one log line. */
export async function answerRequest(
  request: Pick<ApiRequest, "method" | "headers">,
  path: string,
  work: (speaksAs: (speaker: Speaker) => void, requestId: string) => Promise<Response>,
): Promise<Response> {
  const began = performance.now();
  const requestId = requestIdOf(request);
  let speaker: Speaker | undefined;
  let response: Response;
  try {
    response = await work((context) => {
      speaker = context;
    }, requestId);
  } catch (reason) {
    const problem = problemOf(reason, requestId);
    response = problemResponse(problem);
    if (problem.status >= 500) recordRequest.failure(path, requestId, reason);
  }
  response.headers.set(REQUEST_ID, requestId);
  recordRequest({
    method: request.method,
    path,
    status: response.status,
    milliseconds: performance.now() - began,
    requestId,
    speaker,
  });
  return response;
}
