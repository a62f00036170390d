import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BillingRefused } from "@/components/billing/billing-refused";
import { OlderPages } from "@/components/billing/older-pages";
import { RollupsTable } from "@/components/billing/rollups-table";
import { EmptyState } from "@/components/ui/empty-state";
import { requireContext } from "@/lib/auth/current-context";
import { Invalid } from "@/lib/domain/errors";
import { listRollups } from "@/lib/services/ledger/list-rollups";
import { readBooks } from "../read-books";

type RollupsPageProps = { searchParams: Promise<{ cursor?: string | string[] }> };

export const metadata: Metadata = { title: "Rollups" };

export default async function RollupsPage({ searchParams }: RollupsPageProps) {
  const cursor = [(await searchParams).cursor].flat()[0];
  const ctx = await requireContext("/billing/rollups");
  const { value, needs } = await readBooks(() => listRollups(ctx, { cursor })).catch((reason: unknown) => {
    // A cursor that somebody mistyped or cut off leads to the newest.
    if (reason instanceof Invalid) redirect("/billing/rollups");
    throw reason;
  });
  if (!value) return <BillingRefused what="rollups" permission={needs} />;
  const { rollups, next_cursor } = value;
  const { currency, timeZone } = ctx.company;
  return (
    <>
      <h1 className="mb-4 font-semibold text-20">Rollups</h1>
      {rollups.length > 0 ? (
        <RollupsTable rollups={rollups} currency={currency} timeZone={timeZone} />
      ) : (
        <EmptyState title="No rollups yet">
          <p>The first runs after a call converts. Each is sealed with the one before it.</p>
        </EmptyState>
      )}
      <OlderPages
        first={cursor === undefined ? null : { href: "/billing/rollups", label: "Newest" }}
        next={next_cursor === null ? null : { href: `/billing/rollups?cursor=${next_cursor}`, label: "Older" }}
      />
    </>
  );
}
