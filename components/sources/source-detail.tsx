"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Fact } from "@/components/ui/fact";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { integrationQuery } from "@/lib/inbound/client/integration";
import type { ProviderForm } from "@/lib/inbound/contract/integration";
import { EditSource } from "./edit-source";
import { PauseSource } from "./pause-source";
import { SourceAddress } from "./source-address";
import { SourceEvents } from "./source-events";
import { SourceSecret } from "./source-secret";
import { SourceState } from "./source-state";

type SourceDetailProps = { sourceId: number; maker: ProviderForm; access: Access; timeZone: string };

/** One source: what it is, what to paste at its maker, and what arrived. */
export function SourceDetail({ sourceId, maker, access, timeZone }: SourceDetailProps) {
  const { data: source } = useSuspenseQuery(integrationQuery(sourceId));
  const mayEdit = may(access, "update", "settings");
  return (
    <>
      <header className="mb-8">
        <p className="mb-3 text-13 text-ink-muted">
          <TextLink href="/integrations">Sources</TextLink> / {source.name}
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <h1 className="text-balance font-semibold text-20">{source.name}</h1>
          <span className="mr-auto text-13">
            <SourceState source={source} />
          </span>
          {mayEdit && (
            <span className="flex flex-wrap gap-2">
              <EditSource source={source} maker={maker} />
              <PauseSource source={source} />
            </span>
          )}
        </div>
      </header>
      <div className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        <Fact label="Maker">{maker.label}</Fact>
        <Fact label="Offer">{source.offer?.name ?? "none"}</Fact>
        <Fact label="Traffic Integration">{source.traffic_source?.name ?? "none"}</Fact>
        <Fact label="Buyer">{source.buyer?.name ?? "none"}</Fact>
        <Fact label="Last event">
          {source.last_event ? <RelativeTime at={source.last_event.received_at} timeZone={timeZone} /> : "none yet"}
        </Fact>
        {source.time_zone && <Fact label="Time zone">{source.time_zone}</Fact>}
      </div>
      <div className="mb-8 grid gap-8 lg:grid-cols-2">
        <SourceAddress source={source} mayEdit={mayEdit} />
        <SourceSecret source={source} maker={maker} mayEdit={mayEdit} timeZone={timeZone} />
      </div>
      <SourceEvents sourceId={sourceId} timeZone={timeZone} />
    </>
  );
}
