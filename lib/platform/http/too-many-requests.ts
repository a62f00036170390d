import { DomainError } from "@/lib/base/errors";

export class TooManyRequests extends DomainError {
  constructor(
    readonly retryAfterSeconds: number,
    what: string,
  ) {
    super("too_many_requests", `${what} Wait ${retryAfterSeconds} s, then try again. Nothing was saved.`);
  }

  override get members() {
    return { retry_after: this.retryAfterSeconds };
  }
}
