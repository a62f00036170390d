import { expect } from "vitest";
import { ProblemDocument } from "@/lib/api/contract/problem-document";
import { type Answer, read } from "./ask";

/** Expects a problem document of this status, in whole sentences and without internals. */
export function expectProblem(answer: Answer, status: number, code?: string): ProblemDocument {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = read(ProblemDocument.strict(), answer);
  expect(problem).toMatchObject({ status, type: `/docs/api#${problem.code}`, ...(code && { code }) });
  expect(problem.title).toMatch(/^[A-Z]/);
  for (const sentence of [problem.detail, ...Object.values(problem.errors ?? {})]) expect(sentence).toMatch(/[.?!]$/);
  expect(problem.request_id).toMatch(/^[0-9a-f-]{36}$/);
  return problem;
}

const ITS_OWN = new Set(["date", "x-request-id", "connection", "keep-alive"]);

/** Everything by which a client could distinguish two rejections. */
export function whatShows({ status, headers, text, body }: Answer) {
  const { request_id: _, ...rest } = (body ?? { text }) as Record<string, unknown>;
  return { status, headers: Object.fromEntries([...headers].filter(([name]) => !ITS_OWN.has(name))), rest };
}
