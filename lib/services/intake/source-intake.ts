import { SOURCE_PROVIDERS, type SourceProvider } from "@/lib/contracts/sources";
import type { Provider } from "@/lib/inbound/provider/provider";
import { PROVIDERS } from "@/lib/inbound/provider/providers";

/** How deliveries of that maker are checked and read; null where there is no such maker. */
export function intakeOf(provider: string): Provider | null {
  const known = SOURCE_PROVIDERS.find((each) => each === provider);
  return known ? PROVIDERS[known] : null;
}

/** Makers whose times are a wall clock's, without a zone. */
export function tellsLocalTimes(provider: SourceProvider): boolean {
  return provider === "asterisk";
}
