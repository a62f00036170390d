import clsx from "clsx";
import { ListKeys } from "@/components/calls/list-keys";
import type { Integration, ProviderForm } from "@/lib/inbound/contract/integration";
import { SOURCE_GRID, SourceRow } from "./source-row";

type SourcesListProps = { sources: readonly Integration[]; makers: readonly ProviderForm[]; timeZone: string };

const LIST_ID = "sources";

export function SourcesList({ sources, makers, timeZone }: SourcesListProps) {
  const labels = new Map(makers.map(({ provider, label }) => [provider, label]));
  return (
    <>
      <ListKeys listId={LIST_ID} />
      {/* For the eye: each row says to screen readers what its parts are. */}
      <div
        aria-hidden="true"
        className={clsx(
          "-mx-2 hidden h-8 items-center gap-x-4 border-b px-2 font-medium text-12 text-ink-muted sm:grid",
          SOURCE_GRID,
        )}
      >
        <span>Name</span>
        <span>Maker</span>
        <span>Offer</span>
        <span>Last event</span>
        <span>State</span>
      </div>
      <ol id={LIST_ID} aria-label="Sources, by name">
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} label={labels.get(source.provider) ?? ""} timeZone={timeZone} />
        ))}
      </ol>
    </>
  );
}
