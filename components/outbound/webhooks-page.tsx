import { SettingsTabs } from "@/components/access/settings-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { type Access, may } from "@/lib/access/domain/access";
import type { WebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import { EndpointsTable } from "./endpoints-table";
import { NewEndpoint } from "./new-endpoint";

type WebhooksPageProps = { endpoints: readonly WebhookEndpoint[]; access: Access };

export function WebhooksPage({ endpoints, access }: WebhooksPageProps) {
  const mayCreate = may(access, "update", "settings");
  return (
    <>
      <SettingsTabs access={access} />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="mr-auto max-w-prose text-13 text-ink-muted">
          Callmark posts events to your own systems and to those of buyers and traffic sources, signed, until they are
          accepted.
        </p>
        {mayCreate && <NewEndpoint />}
      </div>
      {endpoints.length === 0 ? (
        <EmptyState title="No webhooks yet">
          <p>
            A webhook tells another system of each call, conversion, reversal and price change within a second, so that
            it never has to ask. Every event is sent until it is accepted, for three days.
          </p>
          <p className="mt-2">
            {mayCreate ? "Choose “New webhook” and enter the URL of your system." : "Ask an owner or admin to add one."}
          </p>
        </EmptyState>
      ) : (
        <EndpointsTable endpoints={endpoints} />
      )}
    </>
  );
}
