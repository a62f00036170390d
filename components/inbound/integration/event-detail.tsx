"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { OutcomeStatus, SignatureStatus } from "@/components/inbound/event/event-words";
import { Alert } from "@/components/ui/alert";
import { CodeBlock } from "@/components/ui/code-block";
import { ExactTime } from "@/components/ui/exact-time";
import { Fact } from "@/components/ui/fact";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { integrationEventQuery } from "@/lib/inbound/client/integration";
import { EventCallsTable } from "./event-calls-table";
import { prettyPayload } from "./pretty-payload";
import { ReplayEvent } from "./replay-event";

type EventDetailProps = {
  integration: { readonly id: number; readonly name: string };
  eventId: number;
  access: Access;
  timeZone: string;
};

export function EventDetail({ integration, eventId, access, timeZone }: EventDetailProps) {
  const { data: event } = useSuspenseQuery(integrationEventQuery(integration.id, eventId));
  const headers = Object.entries(event.headers).map(([name, value]) => `${name}: ${value}`);
  const canReplay = may(access, "update", "settings") && !event.clipped && event.payload !== "";
  return (
    <>
      <header className="mb-8">
        <p className="mb-3 text-13 text-ink-muted">
          <TextLink href="/integrations">Integrations</TextLink> /{" "}
          <TextLink href={`/integrations/${integration.id}`}>{integration.name}</TextLink> / event {event.id}
        </p>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1 className="font-semibold text-20">Event {event.id}</h1>
          {canReplay && <ReplayEvent integrationId={integration.id} eventId={event.id} />}
        </div>
      </header>
      <div className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Fact label="Received">
          <ExactTime at={event.received_at} timeZone={timeZone} />
        </Fact>
        <Fact label="Signature">
          <SignatureStatus signature={event.signature} />
        </Fact>
        <Fact label="Outcome">
          <OutcomeStatus outcome={event.outcome} />
        </Fact>
        <Fact label="HTTP response">{event.answered}</Fact>
      </div>
      {event.problem && (
        <div className="mb-8">
          <Alert tone={event.outcome === "refused" ? "negative" : "caution"} title={event.problem} />
        </div>
      )}
      <div className="space-y-8">
        <Section title="Calls">
          <EventCallsTable calls={event.calls} />
        </Section>
        <Section
          title="Payload"
          aside={`${event.payload_bytes.toLocaleString("en-US")} bytes${event.clipped ? ", truncated" : ""}`}
        >
          {event.payload === "" ? (
            <p className="text-13 text-ink-muted">The request had no body.</p>
          ) : (
            <CodeBlock
              title={event.content_type ?? "Unknown content type"}
              code={prettyPayload(event.payload, event.content_type)}
              copies
            />
          )}
        </Section>
        {headers.length > 0 && (
          <Section title="Headers">
            <CodeBlock title="Delivery headers" code={headers.join("\n")} />
          </Section>
        )}
        {event.query && (
          <Section title="Query string">
            <p className="break-all font-mono text-12">?{event.query}</p>
          </Section>
        )}
      </div>
    </>
  );
}
