import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

type NoCallsProps = {
  search: string;
  /** Why the search finds too much. */
  tooWide?: string | undefined;
  pagedPast: boolean;
};

export function NoCalls({ search, tooWide, pagedPast }: NoCallsProps) {
  if (tooWide)
    return (
      <EmptyState title={`“${search}” is too short`}>
        <p>{tooWide}</p>
      </EmptyState>
    );
  if (search) {
    return (
      <EmptyState title={`No calls match “${search}”`}>
        <p>
          Search by the start or end of a caller’s number, a call ID, a UUID or its beginning, an external ID, or the
          name of a buyer, offer or traffic source.
        </p>
      </EmptyState>
    );
  }
  if (pagedPast) return <EmptyState title="No older calls" action={<ShowAll />} />;
  return (
    <EmptyState title="No calls yet">
      <p>
        Calls appear here when an integration reports them, or send one with{" "}
        <code className="font-mono text-12">POST /api/v1/calls</code> and an API key.
      </p>
    </EmptyState>
  );
}

function ShowAll() {
  return (
    <a href="/calls" className={buttonClass()}>
      Show all calls
    </a>
  );
}
