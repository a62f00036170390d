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

type IntegrationDetailProps = { sourceId: number; maker: ProviderForm; access: Access; timeZone: string };

export function IntegrationDetail({ sourceId, maker, access, timeZone }: IntegrationDetailProps) {
  const { data: source } = useSuspenseQuery(integrationQuery(sourceId));
  const mayEdit = may(access, "update", "settings");
  return (
    <>
      <header className="mb-8">
        <p className="mb-3 text-13 text-ink-muted">
          <TextLink href="/integrations">Integrations</TextLink> / {source.name}
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <h1 className="text-balance font-semibold text-20">{source.name}</h1>
          <span className="mr-auto text-13">
            <IntegrationState source={source} />
          </span>
          {mayEdit && (
            <span className="flex flex-wrap gap-2">
              <EditIntegration source={source} maker={maker} />
              <PauseIntegration source={source} />
            </span>
          )}
        </div>
      </header>
      <div className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        <Fact label="Provider">{maker.label}</Fact>
        <Fact label="Offer">{source.offer?.name ?? "none"}</Fact>
        <Fact label="Traffic source">{source.traffic_source?.name ?? "none"}</Fact>
        <Fact label="Buyer">{source.buyer?.name ?? "none"}</Fact>
        <Fact label="Last event">
          {source.last_event ? <RelativeTime at={source.last_event.received_at} timeZone={timeZone} /> : "none yet"}
        </Fact>
        {source.time_zone && <Fact label="Time zone">{source.time_zone}</Fact>}
      </div>
      <div className="mb-8 grid gap-8 lg:grid-cols-2">
        <IntegrationUrl source={source} mayEdit={mayEdit} />
        <IntegrationSecret source={source} maker={maker} mayEdit={mayEdit} timeZone={timeZone} />
      </div>
      <IntegrationEvents sourceId={sourceId} timeZone={timeZone} />
    </>
  );
}
