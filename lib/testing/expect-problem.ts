import { expect } from "vitest";
import { problemOf, problemResponse } from "@/lib/platform/http/problem";

/** A refusal because of the database: over HTTP it is a 503 that says when to come again, and no word that is untrue. */
export function expectProblemWithRetry(answer: PromiseSettledResult<unknown>, code: "unavailable" | "outcome_unknown") {
  const problem = problemOf(answer.status === "rejected" ? answer.reason : "it was answered", "request");
  expect(problem.code).toBe(code);
  expect(problem.detail.includes("Nothing was saved")).toBe(code === "unavailable");
  const { status, headers } = problemResponse(problem);
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
}
