import type { z } from "zod";
import { Problem } from "@/lib/platform/contract/problem";
import { ApiError, Unreachable } from "./api-error";

const BASE = "/api/v1";

type Request = {
  readonly method?: "GET" | "PUT" | "POST" | "DELETE";
  readonly body?: object;
  readonly signal?: AbortSignal;
  /** Where the path begins; by default at the API. */
  readonly base?: string;
};

/**
 * Sends a request to our own server with the session cookie. Throws `ApiError` for an error answer, `Unreachable`
 * without an answer.
 */
export async function sendRequest<Answer extends z.ZodType>(
  path: string,
  answer: Answer,
  { method = "GET", body, signal, base = BASE }: Request = {},
): Promise<z.output<Answer>> {
  const response = await reach(`${base}${path}`, {
    method,
    signal,
    headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const content: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(problemOf(response, content));
  return answer.parse(content);
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Unreachable(cause);
  }
}

function problemOf(response: Response, content: unknown): Problem {
  const parsed = Problem.safeParse(content);
  if (parsed.success) return parsed.data;
  const detail = "The connection to Callmark failed. Try again in a moment.";
  return { type: "about:blank", title: "Failed", status: response.status, detail, code: "unknown", request_id: "" };
}
