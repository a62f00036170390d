import type { OpenApi, Response } from "@/lib/platform/contract/open-api";
import type { SchemaCheck } from "./schema-check";
import type { SomeRequest } from "./some-request";

export type SomeAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** How an answer differs from the OpenAPI document; null if it does not. */
export function checkAnswer(
  { operation }: SomeRequest,
  { status, headers, body }: SomeAnswer,
  document: OpenApi,
  problemWith: SchemaCheck,
): string | null {
  if (status >= 500) return `a fault inside: ${status} ${JSON.stringify(body)}`;
  if (!headers.get("x-request-id")) return "no X-Request-Id";
  const response = resolved(operation.responses[status], document);
  if (!response) return `the status ${status} is not documented: ${JSON.stringify(body)}`;
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  const content = response.content?.[type];
  if (!content) return `${status} as ${type} is not documented`;
  if (!type.includes("json")) return null;
  const wrong = problemWith(content.schema, body);
  if (wrong) return `${status}: ${wrong}`;
  const stated = (body as { status?: unknown }).status;
  return stated === status || stated === undefined ? null : `the body says ${stated}, the answer ${status}`;
}

function resolved(response: Response | { readonly $ref: string } | undefined, document: OpenApi): Response | undefined {
  if (!response || !("$ref" in response)) return response;
  return document.components.responses[response.$ref.split("/").at(-1) ?? ""];
}
