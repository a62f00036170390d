"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type BillingRow, billingRows, standingRow } from "@/components/billing/billing-rows";
import { closedMonthText } from "@/components/billing/closed-month-text";
import { moneyText } from "@/components/ui/money-text";
import { billingQuery } from "@/lib/api-client/billing";
import { type Billed, type ForeseenPosting, foreseePostings } from "@/lib/domain/conversion/foresee-postings";
import { statementName } from "@/lib/domain/statement/statement-number";
import type { CallEditor } from "./use-call-editor";
import { wishedBuyer, wishedOffer } from "./wished-sides";

/** What the next rollup posts if the edits are saved, as far as the person may know. */
export function ForeseenPostings({ editor }: { editor: CallEditor }) {
  const { base, edited } = editor;
  const { data: billing } = useSuspenseQuery(billingQuery(base.id));
  const [buyer, offer] = [wishedBuyer(editor), wishedOffer(editor)];
  const isIncomplete = [buyer, offer].some(({ converted, party }) => converted && party === null);
  const isUnreadable =
    (edited.includes("revenue") && buyer.amount === null) || (edited.includes("payout") && offer.amount === null);
  const rows = billingRows(billing);
  const isBehind = rows.some(({ version }) => version > base.version);
  if (isIncomplete || isUnreadable || isBehind) return null;

  const [charge, payout] = [standingRow(rows, "charge"), standingRow(rows, "payout")];
  const charges = foreseePostings("buyer", billed(charge, base.revenue), buyer);
  const payouts = foreseePostings("offer", billed(payout, base.payout), offer);
  const postings = [...charges, ...payouts];
  const payoutMayFollow = charges.length > 0 && payouts.length === 0 && offer.converted && !edited.includes("payout");

  if (postings.length === 0) return <p>If saved, the next rollup posts nothing new.</p>;
  const takenBack = [charges.length > 0 ? charge : null, payouts.length > 0 ? payout : null];
  const lasting = [
    ...(billing.closed_month ? [closedMonthText(billing.closed_month, "this")] : []),
    ...takenBack.flatMap(statementsOf).map((name) => `${name} stays as it was issued.`),
  ];
  return (
    <>
      <p>
        If saved, the next rollup posts{" "}
        {postings.map((posting, index) => (
          <span key={posting.kind}>
            {index > 0 && " · "}
            <span className="text-ink">{postingText(posting)}</span>
          </span>
        ))}
        {payoutMayFollow && " · a payout in percent follows"}
      </p>
      {lasting.length > 0 && <p>{lasting.join(" ")}</p>}
    </>
  );
}

/** The statement that has what would be taken back; none where there is none, or it may not be known. */
function statementsOf(row: BillingRow | null): string[] {
  const number = row?.posted?.statement_number;
  return row && typeof number === "number" ? [statementName(row.party.type, number)] : [];
}

function billed(row: BillingRow | null, amount: string | undefined): Billed | null {
  return row && { party: row.party, amount: row.amount ?? amount };
}

function postingText({ kind, party, amount }: ForeseenPosting): string {
  if (amount === undefined) return `${kind} ${party.name}`;
  if (amount === "agreed") return `${kind} ${party.name} at the stated or agreed price`;
  const sign = kind === "credit" || kind === "clawback" ? "−" : "";
  return `${kind} ${party.name} ${sign}${moneyText(amount)}`;
}
