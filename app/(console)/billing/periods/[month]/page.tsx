import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CorrectionsTable } from "@/components/period/corrections-table";
import { KindsTable } from "@/components/period/kinds-table";
import { MonthPages } from "@/components/period/month-pages";
import { periodAddress } from "@/components/period/period-address";
import { PeriodHeader } from "@/components/period/period-header";
import { PeriodSums } from "@/components/period/period-sums";
import { WarningsList } from "@/components/period/warnings-list";
import { NoAccess } from "@/components/ui/no-access";
import { Section } from "@/components/ui/section";
import type { Context } from "@/lib/access/context";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { getPeriod } from "@/lib/period/get-period";
import { listCorrections } from "@/lib/period/list-corrections";
import { readSettings } from "../../../buyers/read-settings";

export const metadata: Metadata = { title: "Period" };

type PeriodPageProps = {
  params: Promise<{ month: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export default async function PeriodPage({ params, searchParams }: PeriodPageProps) {
  const { month } = await params;
  const { cursor: cursors } = await searchParams;
  const cursor = Array.isArray(cursors) ? cursors[0] : cursors;
  const ctx = await requireContext(periodAddress(encodeURIComponent(month)));
  const read = await readSettings(async () => ({
    period: await getPeriod(ctx, month),
    page: await readCorrections(ctx, month, cursor),
  }));
  if (!read) return <NoAccess to="Billing" permission="billing: read" />;
  const { period, page } = read;
  const { timeZone, currency } = ctx.company;
  const isClosed = period.state === "closed";
  return (
    <>
      <PeriodHeader period={period} access={ctx.actor.access} timeZone={timeZone} />
      <div className="space-y-8">
        <Section title="Totals" aside={period.waiting > 0 && <Waiting changes={period.waiting} />}>
          <PeriodSums period={period} />
        </Section>
        <Section title={isClosed ? "Warnings at closing" : "Review before closing"}>
          <WarningsList period={period} timeZone={timeZone} />
        </Section>
        {isClosed && (
          <Section title="Corrections posted later" aside={period.corrections > 0 && entriesText(period.corrections)}>
            {page.corrections.length === 0 ? (
              <p className="text-13 text-ink-muted">No corrections.</p>
            ) : (
              <CorrectionsTable corrections={page.corrections} currency={currency} timeZone={timeZone} />
            )}
            <MonthPages
              label="Pages of corrections"
              first={cursor === undefined ? null : periodAddress(month)}
              next={page.next_cursor && periodAddress(month, page.next_cursor)}
            />
          </Section>
        )}
        <Section title="By account and kind">
          <KindsTable kinds={period.kinds} currency={currency} />
        </Section>
      </div>
    </>
  );
}

function entriesText(entries: number): string {
  return entries === 1 ? "1 entry" : `${entries.toLocaleString("en-US")} entries`;
}

function Waiting({ changes }: { changes: number }) {
  return <span>{changes === 1 ? "1 change" : `${changes.toLocaleString("en-US")} changes`} pending</span>;
}

async function readCorrections(ctx: Context, month: string, cursor: string | undefined) {
  try {
    return await listCorrections(ctx, month, { cursor });
  } catch (reason) {
    // An invalid cursor shows the first page.
    if (reason instanceof Invalid && cursor !== undefined) redirect(periodAddress(month));
    throw reason;
  }
}
