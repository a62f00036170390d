import { Alert } from "@/components/ui/alert";
import { isZero } from "./call-form";
import type { CallEditor } from "./use-call-editor";
import { wishedBuyer, wishedOffer } from "./wished-sides";

/** Legal, but seldom meant. Says only what is certain and what the person may read. */
export function AmountWarnings({ editor }: { editor: CallEditor }) {
  const { base, values } = editor;
  const revenue = certainAmount(wishedBuyer(editor), base.revenue);
  const payout = certainAmount(wishedOffer(editor), base.payout);
  const isFree = values.buyer_converted && revenue !== null && isZero(revenue);
  const isUncharged = base.revenue !== undefined && (!values.buyer_converted || isFree);
  const paysAnyway =
    values.offer_converted && payout !== null && !isZero(payout) && isUncharged && payoutIsSettled(editor);
  if (!isFree && !paysAnyway) return null;
  return (
    <div className="space-y-2">
      {isFree && <Alert tone="caution" title="Converted at 0.00: the buyer is not charged." />}
      {paysAnyway && (
        <Alert tone="caution" title="Payout without revenue: the traffic source is paid and no buyer is charged." />
      )}
    </div>
  );
}

function certainAmount(wished: { amount: string | null; priced: boolean }, now: string | undefined): string | null {
  if (now === undefined) return null;
  return wished.amount ?? (wished.priced ? null : now);
}

/** A payout in percent follows an edited charge, so that only the server knows it. */
function payoutIsSettled({ edited }: CallEditor): boolean {
  const chargeIsEdited = edited.some(
    (field) => field === "buyer_converted" || field === "buyer" || field === "revenue",
  );
  return edited.includes("payout") || !chargeIsEdited;
}
