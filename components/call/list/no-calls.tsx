import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

type NoCallsProps = { search: string; pagedPast: boolean };

export function NoCalls({ search, pagedPast }: NoCallsProps) {
  if (search) {
    return (
      <EmptyState title={`Nothing found for “${search}”`}>
        <p>Search for a caller’s number (its beginning or its end), a call’s whole uuid, or its id.</p>
      </EmptyState>
    );
  }
  if (pagedPast) return <EmptyState title="There are no older calls" action={<ShowAll />} />;
  return (
    <EmptyState title="No calls yet">
      <p>
        Calls appear here as soon as a source sends them: <code className="font-mono text-12">POST /api/v1/calls</code>{" "}
        with an API key of this company.
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
