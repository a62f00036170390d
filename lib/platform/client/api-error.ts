import type { Problem } from "@/lib/platform/contract/problem";

/** The server answered with an error. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = "ApiError";
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came, so it is unknown whether the request arrived. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("Couldn’t reach Callmark.", { cause });
    this.name = "Unreachable";
  }
}
