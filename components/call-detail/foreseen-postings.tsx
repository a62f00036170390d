"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type BillingRow, billingRows, standingRow } from "@/components/billing/billing-rows";
import { moneyText } from "@/components/ui/money-text";
import { billingQuery } from "@/lib/api-client/billing";
import { type Billed, type ForeseenPosting, foreseePostings } from "@/lib/domain/conversion/foresee-postings";
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

  const charges = foreseePostings("buyer", billed(standingRow(rows, "charge"), base.revenue), buyer);
  const payouts = foreseePostings("offer", billed(standingRow(rows, "payout"), base.payout), offer);
  const postings = [...charges, ...payouts];
  const payoutMayFollow = charges.length > 0 && payouts.length === 0 && offer.converted && !edited.includes("payout");

  if (postings.length === 0) return <p>If saved, the next rollup posts nothing new.</p>;
  return (
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
  );
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
