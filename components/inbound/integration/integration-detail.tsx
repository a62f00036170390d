"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Fact } from "@/components/ui/fact";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { integrationQuery } from "@/lib/inbound/client/integration";
import type { ProviderForm } from "@/lib/inbound/contract/integration";
import { EditIntegration } from "./edit-integration";
import { IntegrationEvents } from "./integration-events";
import { IntegrationSecret } from "./integration-secret";
import { IntegrationState } from "./integration-state";
import { IntegrationUrl } from "./integration-url";
import { PauseIntegration } from "./pause-integration";

type IntegrationDetailProps = { integrationId: number; provider: ProviderForm; access: Access; timeZone: string };

export function IntegrationDetail({ integrationId, provider, access, timeZone }: IntegrationDetailProps) {
  const { data: integration } = useSuspenseQuery(integrationQuery(integrationId));
  const mayEdit = may(access, "update", "settings");
  return (
    <>
      <header className="mb-8">
        <p className="mb-3 text-13 text-ink-muted">
          <TextLink href="/integrations">Integrations</TextLink> / {integration.name}
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <h1 className="text-balance font-semibold text-20">{integration.name}</h1>
          <span className="mr-auto text-13">
            <IntegrationState integration={integration} />
          </span>
          {mayEdit && (
            <span className="flex flex-wrap gap-2">
              <EditIntegration integration={integration} provider={provider} />
              <PauseIntegration integration={integration} />
            </span>
          )}
        </div>
      </header>
      <div className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        <Fact label="Provider">{provider.label}</Fact>
        <Fact label="Offer">{integration.offer?.name ?? "none"}</Fact>
        <Fact label="Traffic source">{integration.traffic_source?.name ?? "none"}</Fact>
        <Fact label="Buyer">{integration.buyer?.name ?? "none"}</Fact>
        <Fact label="Last event">
          {integration.last_event ? (
            <RelativeTime at={integration.last_event.received_at} timeZone={timeZone} />
          ) : (
            "none yet"
          )}
        </Fact>
        {integration.time_zone && <Fact label="Time zone">{integration.time_zone}</Fact>}
      </div>
      <div className="mb-8 grid grid-cols-1 gap-8 lg:grid-cols-2">
        <IntegrationUrl integration={integration} mayEdit={mayEdit} />
        <IntegrationSecret integration={integration} provider={provider} mayEdit={mayEdit} timeZone={timeZone} />
      </div>
      <IntegrationEvents integrationId={integrationId} timeZone={timeZone} />
    </>
  );
}
