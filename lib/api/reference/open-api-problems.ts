import type { ErrorCode } from "@/lib/base/errors";
import type { Response } from "@/lib/platform/contract/open-api";
import { STATUS, TITLES } from "@/lib/platform/http/problem";
import { PROBLEM_GUIDE } from "@/lib/platform/http/problem-guide";

type Code = ErrorCode | "internal";

const CODES = Object.keys(TITLES) as Code[];
const EXTRAS: Partial<Record<Code, object>> = {
  invalid: { errors: { revenue: "Enter an amount such as 10 or 10.50." } },
  not_available_yet: { errors: { add_revenue: "add_revenue is not available yet. Leave it out." } },
  method_not_allowed: { allowed: ["POST", "PUT"] },
  forbidden: { permission: "call.revenue: update" },
};

export const statusOf = (code: Code): number => (code === "internal" ? 500 : STATUS[code]);

export const problemReference = (code: Code) => ({ $ref: `#/components/responses/${code}` });

/** Every problem there is, by its code, with an example. */
export function problemResponses(): Record<string, Response> {
  return Object.fromEntries(CODES.map((code) => [code, problemResponse(code)]));
}

function problemResponse(code: Code): Response {
  const example = {
    type: `/docs/api#${code}`,
    title: TITLES[code],
    status: statusOf(code),
    detail: PROBLEM_GUIDE[code],
    code,
    request_id: "5f0d7c52-8f0e-4b5a-9c39-6d1f1f0a7e11",
    ...EXTRAS[code],
  };
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" }, example } };
  return { description: PROBLEM_GUIDE[code], content };
}
