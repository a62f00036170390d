import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MonthPages } from "@/components/period/month-pages";
import { PeriodsRefused } from "@/components/period/periods-refused";
import { PeriodsTable } from "@/components/period/periods-table";
import type { Context } from "@/lib/access/context";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listPeriods } from "@/lib/period/list-periods";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Periods" };

const ADDRESS = "/billing/periods";

type PeriodsPageProps = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function PeriodsPage({ searchParams }: PeriodsPageProps) {
  const { cursor: given } = await searchParams;
  const cursor = Array.isArray(given) ? given[0] : given;
  const ctx = await requireContext(ADDRESS);
  const page = await readSettings(() => readPeriods(ctx, cursor));
  if (!page) return <PeriodsRefused />;
  const { currency, timeZone } = ctx.company;
  return (
    <>
      <h1 className="font-semibold text-20">Periods</h1>
      <p className="mt-1 mb-4 max-w-prose text-13 text-ink-muted">
        Books close by month, in order, once a month has ended in {timeZone}. What changes about a closed month later is
        a correction in the oldest open one.
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
    // A cursor that somebody mistyped or cut off leads to the newest.
    if (reason instanceof Invalid) redirect(ADDRESS);
    throw reason;
  }
}
