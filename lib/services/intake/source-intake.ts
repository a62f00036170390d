import { SOURCE_PROVIDERS, type SourceProvider } from "@/lib/contracts/sources";
import type { Intake } from "@/lib/intake/intake";
import { INTAKES } from "@/lib/intake/intakes";

/** How deliveries of that maker are checked and read; null where there is no such maker. */
export function intakeOf(provider: string): Intake | null {
  const known = SOURCE_PROVIDERS.find((each) => each === provider);
  return known ? INTAKES[known] : null;
}

/** Makers whose times are a wall clock's, without a zone. */
export function tellsLocalTimes(provider: SourceProvider): boolean {
  return provider === "asterisk";
}
