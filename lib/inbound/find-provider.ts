import type { Provider } from "@/lib/inbound/provider/provider";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import type { IntegrationProvider } from "./contract/integration";
import { PROVIDER_NAMES } from "./domain/provider-name";

/** How events of a provider are verified and parsed; null for an unknown provider. */
export function findProvider(name: string): Provider | null {
  const provider = PROVIDER_NAMES.find((candidate) => candidate === name);
  return provider ? PROVIDERS[provider] : null;
}

/** Providers that report local times without a zone. */
export function reportsLocalTimes(provider: IntegrationProvider): boolean {
  return provider === "asterisk";
}
