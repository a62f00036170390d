import { InboundTabs } from "@/components/inbound/event/inbound-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { type Access, may } from "@/lib/access/domain/access";
import type { Integration, ProviderForm } from "@/lib/inbound/contract/integration";
import { IntegrationsList } from "./integrations-list";
import { NewIntegration } from "./new-integration";

type IntegrationsPageProps = {
  integrations: readonly Integration[];
  providers: readonly ProviderForm[];
  access: Access;
  timeZone: string;
};

export function IntegrationsPage({ integrations, providers, access, timeZone }: IntegrationsPageProps) {
  const mayCreate = may(access, "update", "settings");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">Integrations</h1>
        {mayCreate && <NewIntegration providers={providers} timeZone={timeZone} />}
      </div>
      <InboundTabs />
      {integrations.length === 0 ? (
        <EmptyState title="No integrations yet">
          <p>
            An integration connects a phone system or a voice agent. It reports calls to Callmark as they happen, with
            times, transcripts and tokens, so that they can convert automatically.
          </p>
          <p className="mt-2">
            {mayCreate ? "Choose “New integration” to start." : "Ask an owner or admin to add one."}
          </p>
        </EmptyState>
      ) : (
        <IntegrationsList integrations={integrations} providers={providers} timeZone={timeZone} />
      )}
    </>
  );
}
