import { EmptyState } from "@/components/ui/empty-state";
import { type Access, may } from "@/lib/access/domain/access";
import type { Integration, ProviderForm } from "@/lib/inbound/contract/integration";
import { NewIntegration } from "./new-source";
import { SourcesList } from "./sources-list";

type SourcesPageProps = {
  sources: readonly Integration[];
  makers: readonly ProviderForm[];
  access: Access;
  timeZone: string;
};

/** Where the company's calls come from by themselves. */
export function SourcesPage({ sources, makers, access, timeZone }: SourcesPageProps) {
  const mayCreate = may(access, "update", "settings");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">Sources</h1>
        {mayCreate && <NewIntegration makers={makers} timeZone={timeZone} />}
      </div>
      {sources.length === 0 ? (
        <EmptyState title="No sources yet">
          <p>
            A source is the address at which a phone system or a voice agent tells Callmark of its calls: when they
            began and ended, what was said, what came of them. From then on calls arrive and convert by themselves.
          </p>
          <p className="mt-2">
            {mayCreate ? "Begin with “New source”." : "An owner or admin of this company adds the first."}
          </p>
        </EmptyState>
      ) : (
        <SourcesList sources={sources} makers={makers} timeZone={timeZone} />
      )}
    </>
  );
}
