import { type DomainError, Invalid } from "@/lib/base/errors";

/** What is wrong, as sentences without field names, for the event log. */
export function problemIn(error: DomainError): string {
  const errors = error instanceof Invalid ? Object.values(error.errors) : [];
  return errors.length > 0 ? errors.join(" ") : error.message;
}
