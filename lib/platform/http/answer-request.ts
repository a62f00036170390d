import { problemOf, problemResponse } from "./problem";
import { recordRequest, type Speaker } from "./record-request";

/** Wraps every route: turns errors into problem documents, and writes one log line. */
export async function answerRequest(
  method: string,
  path: string,
  work: (speaksAs: (speaker: Speaker) => void, requestId: string) => Promise<Response>,
): Promise<Response> {
  const began = performance.now();
  const requestId = crypto.randomUUID();
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
  response.headers.set("x-request-id", requestId);
  recordRequest(method, path, response.status, performance.now() - began, requestId, speaker);
  return response;
}
