import { DomainError } from "@/lib/base/errors";

export class MethodNotAllowed extends DomainError {
  constructor(
    method: string,
    readonly allowed: readonly string[],
  ) {
    super("method_not_allowed", `${method} is not supported here. Use ${allowed.join(" or ")}. Nothing was saved.`);
  }

  override get members() {
    return { allowed: this.allowed };
  }
}
