import { CannotStart, DomainError } from "@/lib/base/errors";
import { causeOfOutage } from "@/lib/platform/sql/cause-of-outage";

/** Ends a program that cannot go on. What a person can mend is told in a sentence, anything else with its stack. */
export function endWithReason(reason: unknown): never {
  process.stderr.write(`${explain(reason)}\n`);
  process.exit(1);
}

function explain(reason: unknown): string {
  const cause = causeOfOutage(reason);
  if (cause !== null) return `The database is out of reach: ${cause}. Check DATABASE_URL and whether it is running.`;
  if (reason instanceof CannotStart || reason instanceof DomainError) return reason.message;
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
