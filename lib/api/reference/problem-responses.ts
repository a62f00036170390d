import type { oas31 } from "zod-openapi";
import type { ErrorCode } from "@/lib/base/errors";
import type { Response } from "@/lib/platform/contract/open-api";
import { STATUS, TITLES } from "@/lib/platform/http/problem";
import { PROBLEM_MEANINGS } from "./problem-meanings";

type Code = ErrorCode | "internal";

const CODES = Object.keys(TITLES) as Code[];
const EXTRAS: Partial<Record<Code, object>> = {
  invalid: { errors: { revenue: "Enter an amount such as 10 or 10.50." } },
  method_not_allowed: { allowed: ["POST", "PUT"] },
  forbidden: { permission: "call.revenue: update" },
};

const statusOfCode = (code: Code): number => (code === "internal" ? 500 : STATUS[code]);

/** The codes of the problems with a status. */
function codesOf(status: number): Code[] {
  return CODES.filter((code) => statusOfCode(code) === status);
}

export const problemReference = (status: number) => ({ $ref: `#/components/responses/problem_${status}` });

/** Every problem by status, with an example for each code. */
export function problemResponses(): Record<string, Response> {
  const statuses = [...new Set(CODES.map(statusOfCode))].sort((one, other) => one - other);
  return Object.fromEntries(statuses.map((status) => [`problem_${status}`, problemResponse(status)]));
}

function problemResponse(status: number): Response {
  const codes = codesOf(status);
  return {
    description: codes.map((code) => PROBLEM_MEANINGS[code]).join(" "),
    headers: { ...REQUEST_ID, ...HEADERS[status] },
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function exampleOf(code: Code) {
  return {
    type: `/docs/api#${code}`,
    title: TITLES[code],
    status: statusOfCode(code),
    detail: PROBLEM_MEANINGS[code],
    code,
    request_id: "5f0d7c52-8f0e-4b5a-9c39-6d1f1f0a7e11",
    ...EXTRAS[code],
  };
}

export const REQUEST_ID: oas31.HeadersObject = {
  "X-Request-Id": {
    description: "ID of the request. Include it when you contact support.",
    schema: { type: "string", format: "uuid", example: "5f0d7c52-8f0e-4b5a-9c39-6d1f1f0a7e11" },
  },
};

const RETRY_AFTER: oas31.HeadersObject = {
  "Retry-After": { description: "Seconds to wait before you try again.", schema: { type: "integer", example: 10 } },
};

const HEADERS: Readonly<Record<number, oas31.HeadersObject>> = {
  401: { "WWW-Authenticate": { description: "Credentials that the route accepts.", schema: { type: "string" } } },
  405: { Allow: { description: "Methods that the URL supports.", schema: { type: "string", example: "GET, HEAD" } } },
  409: RETRY_AFTER,
  429: RETRY_AFTER,
  503: RETRY_AFTER,
};
