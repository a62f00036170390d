"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CodeBlock } from "@/components/ui/code-block";
import { ExactTime } from "@/components/ui/exact-time";
import { Fact } from "@/components/ui/fact";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { deliveryQuery } from "@/lib/outbound/client";
import type { WebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import { AttemptSection } from "./attempt-section";
import { DeliveryState } from "./delivery-state";
import { eventText } from "./event-choices";
import { ResendDelivery } from "./resend-delivery";

type DeliveryDetailProps = {
  endpoint: Pick<WebhookEndpoint, "id" | "name">;
  deliveryId: string;
  access: Access;
  timeZone: string;
};

export function DeliveryDetail({ endpoint, deliveryId, access, timeZone }: DeliveryDetailProps) {
  const { data: delivery } = useSuspenseQuery(deliveryQuery(endpoint.id, deliveryId));
  return (
    <>
      <header className="mb-8">
        <p className="mb-3 text-13 text-ink-muted">
          <TextLink href="/settings/webhooks">Webhooks</TextLink> /{" "}
          <TextLink href={`/settings/webhooks/${endpoint.id}`}>{endpoint.name}</TextLink> / delivery
        </p>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1 className="font-semibold text-20">{eventText(delivery.event)}</h1>
          {may(access, "update", "settings") && <ResendDelivery id={endpoint.id} deliveryId={deliveryId} />}
        </div>
      </header>
      <div className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Fact label="Happened">
          <ExactTime at={delivery.occurred_at} timeZone={timeZone} />
        </Fact>
        <Fact label="State">
          <DeliveryState delivery={delivery} />
        </Fact>
        <Fact label="Attempts">{delivery.attempts}</Fact>
        <Fact label="Next attempt">
          {delivery.next_attempt_at ? <ExactTime at={delivery.next_attempt_at} timeZone={timeZone} /> : "none"}
        </Fact>
      </div>
      <div className="space-y-8">
        <Section title="Payload">
          <CodeBlock title="application/json" code={JSON.stringify(delivery.payload, null, 2)} copies />
        </Section>
        {delivery.tries.map((attempt) => (
          <AttemptSection key={attempt.number} attempt={attempt} timeZone={timeZone} />
        ))}
      </div>
    </>
  );
}
