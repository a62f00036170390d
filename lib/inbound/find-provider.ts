import type { Provider } from "@/lib/inbound/provider/provider";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { SOURCE_PROVIDERS, type SourceProvider } from "./contract/integration";

/** How events of that provider are verified and parsed; null where there is no such provider. */
export function findProvider(name: string): Provider | null {
  const known = SOURCE_PROVIDERS.find((each) => each === name);
  return known ? PROVIDERS[known] : null;
}

/** Providers whose times are a wall clock's, without a zone. */
export function reportsLocalTimes(provider: SourceProvider): boolean {
  return provider === "asterisk";
}
