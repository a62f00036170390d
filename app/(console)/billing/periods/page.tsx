import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MonthPages } from "@/components/period/month-pages";
import { PeriodsTable } from "@/components/period/periods-table";
import { NoAccess } from "@/components/ui/no-access";
import type { Context } from "@/lib/access/context";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listPeriods } from "@/lib/period/list-periods";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Periods" };

const ADDRESS = "/billing/periods";

type PeriodsPageProps = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function PeriodsPage({ searchParams }: PeriodsPageProps) {
  const { cursor: cursors } = await searchParams;
  const cursor = Array.isArray(cursors) ? cursors[0] : cursors;
  const ctx = await requireContext(ADDRESS);
  const page = await readSettings(() => readPeriods(ctx, cursor));
  if (!page) return <NoAccess to="Billing" permission="billing: read" />;
  const { currency, timeZone } = ctx.company;
  return (
    <>
      <h1 className="font-semibold text-20">Periods</h1>
      <p className="mt-1 mb-4 max-w-prose text-13 text-ink-muted">
        Months close in order, after they end in {timeZone}. Later changes to a closed month are booked as corrections
        in the oldest open month.
      </p>
      <PeriodsTable periods={page.periods} currency={currency} timeZone={timeZone} />
      <MonthPages
        label="Pages of months"
        first={cursor === undefined ? null : ADDRESS}
        next={page.next_cursor && `${ADDRESS}?cursor=${page.next_cursor}`}
      />
    </>
  );
}

async function readPeriods(ctx: Context, cursor: string | undefined) {
  try {
    return await listPeriods(ctx, { cursor });
  } catch (reason) {
    // An invalid cursor shows the newest page.
    if (reason instanceof Invalid) redirect(ADDRESS);
    throw reason;
  }
}
