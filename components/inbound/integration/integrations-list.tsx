import clsx from "clsx";
import { ListKeys } from "@/components/ui/list-keys";
import type { Integration, ProviderForm } from "@/lib/inbound/contract/integration";
import { INTEGRATION_GRID, IntegrationRow } from "./integration-row";

type IntegrationsListProps = {
  integrations: readonly Integration[];
  providers: readonly ProviderForm[];
  timeZone: string;
};

const LIST_ID = "integrations";

export function IntegrationsList({ integrations, providers, timeZone }: IntegrationsListProps) {
  const labels = new Map(providers.map(({ provider, label }) => [provider, label]));
  return (
    <>
      <ListKeys listId={LIST_ID} />
      {/* Hidden from screen readers: each row names its parts. */}
      <div
        aria-hidden="true"
        className={clsx(
          "-mx-2 hidden h-8 items-center gap-x-4 border-b px-2 font-medium text-12 text-ink-muted sm:grid",
          INTEGRATION_GRID,
        )}
      >
        <span>Name</span>
        <span>Provider</span>
        <span>Offer</span>
        <span>Last event</span>
        <span>State</span>
      </div>
      <ol id={LIST_ID} aria-label="Integrations, by name">
        {integrations.map((integration) => (
          <IntegrationRow
            key={integration.id}
            integration={integration}
            label={labels.get(integration.provider) ?? ""}
            timeZone={timeZone}
          />
        ))}
      </ol>
    </>
  );
}
