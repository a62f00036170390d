import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkPending } from "@/components/ui/link-pending";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import type { Party } from "@/lib/party/contract";
import { NameSearch } from "./name-search";
import { NewTrafficSource } from "./new-traffic-source";

type TrafficSourcesPageProps = { search: string; sources: readonly Party[]; more: boolean; access: Access };

export function TrafficSourcesPage({ search, sources, more, access }: TrafficSourcesPageProps) {
  const mayCreate = may(access, "update", "settings");
  const opensAccount = may(access, "read", "billing");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">Traffic sources</h1>
        <NameSearch path="/traffic-sources" many="traffic sources" search={search} />
        {mayCreate && <NewTrafficSource />}
      </div>
      {sources.length === 0 ? (
        <NoTrafficSources search={search} mayCreate={mayCreate} />
      ) : (
        <ol aria-label="Traffic sources, by name">
          {sources.map(({ id, name }) => (
            <li key={id} className="-mx-2 border-b font-medium text-13 last:border-b-0">
              {opensAccount ? (
                <Link
                  href={`/billing/sources/${id}`}
                  prefetch={false}
                  className="flex min-h-row items-center gap-2 rounded-sm px-2 transition-colors hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  {name} <LinkPending />
                </Link>
              ) : (
                <span className="flex min-h-row items-center px-2">{name}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {more && (
        <p className="mt-2 text-13 text-ink-muted">Showing the first {sources.length}. Search by name to see others.</p>
      )}
    </>
  );
}

function NoTrafficSources({ search, mayCreate }: { search: string; mayCreate: boolean }) {
  if (search) {
    return (
      <EmptyState title={`No traffic sources match “${search}”`}>
        <TextLink href="/traffic-sources">Show all traffic sources</TextLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No traffic sources yet">
      <p>
        A traffic source sends calls and earns a payout when they convert.{" "}
        {mayCreate ? "Choose “New traffic source” to start." : "Ask an owner or admin to add one."}
      </p>
    </EmptyState>
  );
}
