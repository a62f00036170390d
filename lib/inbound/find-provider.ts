import type { Provider } from "@/lib/inbound/provider/provider";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { INTEGRATION_PROVIDERS, type IntegrationProvider } from "./contract/integration";

/** How events of a provider are verified and parsed; null for an unknown provider. */
export function findProvider(name: string): Provider | null {
  const provider = INTEGRATION_PROVIDERS.find((candidate) => candidate === name);
  return provider ? PROVIDERS[provider] : null;
}

/** Providers that report local times without a zone. */
export function reportsLocalTimes(provider: IntegrationProvider): boolean {
  return provider === "asterisk";
}
