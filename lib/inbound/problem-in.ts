import { type DomainError, Invalid } from "@/lib/base/errors";

/** What is wrong, in sentences without the names of fields: for a log that people read. */
export function problemIn(error: DomainError): string {
  const errors = error instanceof Invalid ? Object.values(error.errors) : [];
  return errors.length > 0 ? errors.join(" ") : error.message;
}
