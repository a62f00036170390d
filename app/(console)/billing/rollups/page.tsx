import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { RollupFilters } from "@/components/ledger/rollup-filters";
import { readRollupsView, rollupsAddress } from "@/components/ledger/rollups-address";
import { RollupsTable } from "@/components/ledger/rollups-table";
import { EmptyState } from "@/components/ui/empty-state";
import { NoAccess } from "@/components/ui/no-access";
import { OlderPages } from "@/components/ui/older-pages";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { RollupQuery } from "@/lib/ledger/contract/rollup";
import { listRollups } from "@/lib/ledger/list-rollups";
import { readBooks } from "../read-books";

type RollupsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Rollups" };

export default async function RollupsPage({ searchParams }: RollupsPageProps) {
  const view = readRollupsView(await searchParams);
  const { cursor, ...filters } = view;
  const ctx = await requireContext(rollupsAddress(view));
  const { value, needs } = await readBooks(() => listRollups(ctx, RollupQuery.parse(view))).catch((reason: unknown) => {
    // An invalid cursor shows the newest page.
    if (reason instanceof Invalid) redirect(rollupsAddress(filters));
    throw reason;
  });
  if (!value) return <NoAccess to="rollups" permission={needs} />;
  const { rollups, next_cursor } = value;
  const { currency, timeZone } = ctx.company;
  return (
    <>
      <h1 className="mb-4 font-semibold text-20">Rollups</h1>
      <RollupFilters view={filters} />
      {rollups.length > 0 ? (
        <RollupsTable rollups={rollups} currency={currency} timeZone={timeZone} />
      ) : (
        <NoRollups filtered={rollupsAddress(filters) !== rollupsAddress({})} />
      )}
      <OlderPages
        first={cursor === undefined ? null : { href: rollupsAddress(filters), label: "Newest" }}
        next={
          next_cursor === null ? null : { href: rollupsAddress({ ...filters, cursor: next_cursor }), label: "Older" }
        }
      />
    </>
  );
}

function NoRollups({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="No matching rollups">
      <p>Change the filters, or choose “Clear filters”.</p>
    </EmptyState>
  ) : (
    <EmptyState title="No rollups yet">
      <p>The first rollup runs after a call converts. Each seal includes the previous one.</p>
    </EmptyState>
  );
}
