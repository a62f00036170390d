import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MonthPages } from "@/components/period/month-pages";
import { periodCallsAddress } from "@/components/period/period-address";
import { PeriodCallsHeader } from "@/components/period/period-calls-header";
import { PeriodCallsTable } from "@/components/period/period-calls-table";
import { warningWords } from "@/components/period/warning-words";
import { EmptyState } from "@/components/ui/empty-state";
import { NoAccess } from "@/components/ui/no-access";
import type { Context } from "@/lib/access/context";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { PeriodCallsQuery } from "@/lib/period/contract";
import { listPeriodCalls } from "@/lib/period/list-period-calls";
import { readSettings } from "../../../../buyers/read-settings";

export const metadata: Metadata = { title: "Calls of a month" };

type PeriodCallsPageProps = {
  params: Promise<{ month: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function PeriodCallsPage({ params, searchParams }: PeriodCallsPageProps) {
  const { month } = await params;
  const asked = PeriodCallsQuery.safeParse(await searchParams);
  const ctx = await requireContext(periodCallsAddress(encodeURIComponent(month), asked.data ?? {}));
  if (!asked.success) redirect(periodCallsAddress(encodeURIComponent(month), {}));
  const { warning, day, cursor } = asked.data;
  const page = await readSettings(() => readCalls(ctx, month, asked.data));
  if (!page) return <NoAccess to="Billing" permission="billing: read" />;
  const title = warning ? warningWords(warning).title : "Calls";
  return (
    <>
      <PeriodCallsHeader month={month} title={title} day={day} />
      {page.calls.length === 0 ? (
        <EmptyState title="No calls">No calls match this warning anymore.</EmptyState>
      ) : (
        <PeriodCallsTable
          caption={title}
          calls={page.calls}
          currency={ctx.company.currency}
          timeZone={ctx.company.timeZone}
        />
      )}
      <MonthPages
        label="Pages of calls"
        first={cursor === undefined ? null : periodCallsAddress(month, { warning, day })}
        next={page.next_cursor && periodCallsAddress(month, { warning, day, cursor: page.next_cursor })}
      />
    </>
  );
}

async function readCalls(ctx: Context, month: string, query: PeriodCallsQuery) {
  try {
    return await listPeriodCalls(ctx, month, query);
  } catch (reason) {
    if (reason instanceof Invalid) redirect(periodCallsAddress(month, {}));
    throw reason;
  }
}
