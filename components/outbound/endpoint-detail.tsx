"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert";
import { Fact } from "@/components/ui/fact";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { endpointQuery } from "@/lib/outbound/client";
import { Deliveries } from "./deliveries";
import { EditEndpoint } from "./edit-endpoint";
import { DeleteButton, PauseButton, TestButton } from "./endpoint-actions";
import { EndpointState } from "./endpoint-state";
import { eventText } from "./event-choices";
import { ownerOf } from "./owner-of";

type EndpointDetailProps = { endpointId: number; access: Access; timeZone: string };

export function EndpointDetail({ endpointId, access, timeZone }: EndpointDetailProps) {
  const { data: endpoint } = useSuspenseQuery(endpointQuery(endpointId));
  const mayEdit = may(access, "update", "settings");
  return (
    <>
      <header className="mb-8">
        <p className="mb-3 text-13 text-ink-muted">
          <TextLink href="/settings/webhooks">Webhooks</TextLink> / {endpoint.name}
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <h1 className="text-balance font-semibold text-20">{endpoint.name}</h1>
          <span className="mr-auto text-13">
            <EndpointState endpoint={endpoint} />
          </span>
          {mayEdit && (
            <span className="flex flex-wrap gap-2">
              <TestButton id={endpointId} />
              <EditEndpoint endpoint={endpoint} />
              <PauseButton endpoint={endpoint} />
              <DeleteButton endpoint={endpoint} />
            </span>
          )}
        </div>
      </header>
      {endpoint.failing_since && (
        <div className="mb-8">
          <Alert tone="negative" title="Every attempt fails">
            Since <RelativeTime at={endpoint.failing_since} timeZone={timeZone} />. Open a delivery to see what was
            answered. Events are tried again for three days; after five days without a success the webhook is disabled.
          </Alert>
        </div>
      )}
      <div className="mb-8 grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-3">
        <Fact label="URL">
          <span className="break-all font-mono text-12">{endpoint.url}</span>
        </Fact>
        <Fact label="Belongs to">{ownerOf(endpoint)}</Fact>
        <Fact label="Events">{endpoint.events.map(eventText).join(", ")}</Fact>
      </div>
      <Deliveries endpointId={endpointId} mayResend={mayEdit} timeZone={timeZone} />
    </>
  );
}
