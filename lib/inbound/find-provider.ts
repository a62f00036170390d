import type { Provider } from "@/lib/inbound/provider/provider";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { INTEGRATION_PROVIDERS, type IntegrationProvider } from "./contract/integration";

/** How events of that provider are verified and parsed; null where there is no such provider. */
export function findProvider(name: string): Provider | null {
  const provider = INTEGRATION_PROVIDERS.find((candidate) => candidate === name);
  return provider ? PROVIDERS[provider] : null;
}

/** Providers whose times are a wall clock's, without a zone. */
export function reportsLocalTimes(provider: IntegrationProvider): boolean {
  return provider === "asterisk";
}
