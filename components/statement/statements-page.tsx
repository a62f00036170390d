import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { OlderPages } from "@/components/ui/older-pages";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import type { StatementSummary } from "@/lib/statement/contract/statement";
import { IssueDue } from "./issue-due";
import { StateTabs } from "./state-tabs";
import { StatementFilters } from "./statement-filters";
import { isFiltered, type StatementsView, statementsAddress } from "./statements-address";
import { StatementsTable } from "./statements-table";

type StatementsPageProps = {
  statements: readonly StatementSummary[];
  nextCursor: string | null;
  view: StatementsView;
  access: Access;
  currency: string;
};

export function StatementsPage({ statements, nextCursor, view, access, currency }: StatementsPageProps) {
  const { cursor, ...filters } = view;
  const { buyer_id, traffic_source_id, ...ofAll } = filters;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">Statements</h1>
        {may(access, "read", "settings") && (
          <a href="/settings/company" className={buttonClass()}>
            Company details
          </a>
        )}
        {may(access, "update", "billing") && <IssueDue currency={currency} />}
      </div>
      <StateTabs view={filters} />
      <StatementFilters view={filters} />
      {(buyer_id ?? traffic_source_id) && (
        <p className="mb-4 text-13 text-ink-muted">
          Filtered to one party. <TextLink href={statementsAddress(ofAll)}>Show all parties</TextLink>
        </p>
      )}
      {statements.length > 0 ? (
        <StatementsTable statements={statements} />
      ) : (
        <NoStatements filtered={isFiltered(filters)} />
      )}
      <OlderPages
        first={cursor === undefined ? null : { href: statementsAddress(filters), label: "Newest" }}
        next={
          nextCursor === null ? null : { href: statementsAddress({ ...filters, cursor: nextCursor }), label: "Older" }
        }
      />
    </>
  );
}

function NoStatements({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="No matching statements">
      <p>Change the filters, or choose “Clear filters”.</p>
    </EmptyState>
  ) : (
    <EmptyState title="No statements yet">
      <p>
        When a cycle ends, choose “Issue due statements” to create an invoice for each buyer and a payout statement for
        each traffic source with entries. The cycle is set in their terms.
      </p>
    </EmptyState>
  );
}
