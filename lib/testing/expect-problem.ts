import { expect } from "vitest";
import { problemOf, problemResponse } from "@/lib/platform/http/problem";

/** Expects a rejection caused by the database: a 503 with `Retry-After`, and a sentence that is true. */
export function expectProblemWithRetry(answer: PromiseSettledResult<unknown>, code: "unavailable" | "outcome_unknown") {
  const problem = problemOf(answer.status === "rejected" ? answer.reason : "it was answered", "request");
  expect(problem.code).toBe(code);
  expect(problem.detail.includes("Nothing was saved")).toBe(code === "unavailable");
  const { status, headers } = problemResponse(problem);
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
}
