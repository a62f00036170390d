"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Countdown } from "@/components/ui/countdown";
import { Section } from "@/components/ui/section";
import { billingQuery } from "@/lib/ledger/client";
import { billingRows } from "./billing-rows";
import { BillingTable } from "./billing-table";
import { billingTotals } from "./billing-totals";
import { closedMonthText } from "./closed-month-text";
import { RunRollup } from "./run-rollup";
import { TotalsTable } from "./totals-table";

type BillingPanelProps = {
  callId: number;
  company: { decimals: number; timeZone: string };
  mayRunRollup: boolean;
};

export function BillingPanel({ callId, company, mayRunRollup }: BillingPanelProps) {
  const { data: billing } = useSuspenseQuery(billingQuery(callId));
  const rows = billingRows(billing);
  const totals = billingTotals(billing, company.decimals);
  const isPending = billing.pending.length > 0;

  return (
    <Section
      title="Billing"
      aside={
        <>
          {isPending && (
            <span>
              next rollup in <Countdown until={billing.next_rollup_at} over="a moment" />
            </span>
          )}
          {mayRunRollup && <RunRollup callId={callId} />}
        </>
      }
    >
      <p role="status" className="sr-only">
        {billing.pending.length} pending, {billing.entries.length} posted
      </p>
      {rows.length === 0 ? (
        <p className="text-13 text-ink-muted">
          Nothing to bill. The next rollup after a conversion posts its charge and payout.
        </p>
      ) : (
        <BillingTable rows={rows} currency={billing.currency} timeZone={company.timeZone} />
      )}
      {billing.closed_month && <p className="mt-2 text-12 text-ink-muted">{closedMonthText(billing.closed_month)}</p>}
      {totals && rows.length > 0 && <TotalsTable totals={totals} currency={billing.currency} />}
    </Section>
  );
}
