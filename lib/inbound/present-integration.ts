import { PROVIDERS } from "@/lib/inbound/provider/providers";
import type { Integration, ProviderForm } from "./contract/integration";
import { PROVIDER_NAMES } from "./domain/provider-name";
import { reportsLocalTimes } from "./find-provider";
import type { EndpointView } from "./sql/list-endpoints";

export function presentIntegration(view: EndpointView): Integration {
  const { lastEvent } = view;
  return {
    id: view.id,
    provider: providerOf(view),
    name: view.name,
    offer: view.offer,
    traffic_source: view.trafficSource,
    buyer: view.buyer,
    time_zone: view.timeZone,
    created_at: view.createdAt.toISOString(),
    paused_at: view.pausedAt?.toISOString() ?? null,
    secrets: view.secrets.map(({ number, createdAt, validUntil }) => ({
      number,
      created_at: createdAt.toISOString(),
      valid_until: validUntil?.toISOString() ?? null,
    })),
    last_event: lastEvent && {
      received_at: lastEvent.receivedAt.toISOString(),
      outcome: lastEvent.outcome,
      signature: lastEvent.signature,
    },
    last_valid_at: view.lastValidAt?.toISOString() ?? null,
  };
}

export function providerOf({ provider }: { readonly provider: string }): Integration["provider"] {
  const name = PROVIDER_NAMES.find((candidate) => candidate === provider);
  if (!name) throw new Error(`integrations do not support ${provider}`);
  return name;
}

/** All providers, as the form for a new integration needs them. */
export const PROVIDER_FORMS: readonly ProviderForm[] = PROVIDER_NAMES.map(describeProvider);

export function describeProvider(provider: Integration["provider"]): ProviderForm {
  const { label, secretLabel, secretHint, issuesSecret } = PROVIDERS[provider];
  return {
    provider,
    label,
    secret_label: secretLabel,
    secret_hint: secretHint,
    secret_from_provider: issuesSecret,
    time_zone: reportsLocalTimes(provider),
  };
}
