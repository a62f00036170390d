import type { WishedSide } from "@/lib/domain/conversion/foresee-postings";
import { formatMoney, parseMoney } from "@/lib/domain/ledger/money";
import type { CallEditor } from "./use-call-editor";

type Edits = Pick<CallEditor, "base" | "values" | "edited" | "decimals">;

/** The buyer's side as it would be if the edits were saved. */
export function wishedBuyer({ base, values, edited, decimals }: Edits): WishedSide {
  return {
    converted: values.buyer_converted,
    party: values.buyer,
    amount: edited.includes("revenue") ? typedAmount(values.revenue, decimals) : null,
    priced: !base.buyer_converted || values.buyer?.id !== base.buyer?.id,
  };
}

/** The traffic source's side likewise; one that follows the buyer goes where the buyer's goes. */
export function wishedOffer({ base, values, edited, decimals }: Edits): WishedSide {
  const follows = base.offer_decision?.mechanism === "follows_buyer" && !base.offer_locked;
  const converted = follows && !edited.includes("offer_converted") ? values.buyer_converted : values.offer_converted;
  return {
    converted,
    party: values.traffic_source,
    amount: edited.includes("payout") ? typedAmount(values.payout, decimals) : null,
    priced: !base.offer_converted || values.traffic_source?.id !== base.traffic_source?.id,
  };
}

function typedAmount(text: string, decimals: number): string | null {
  const minor = parseMoney(text.trim(), decimals);
  return minor === null ? null : formatMoney(minor, decimals);
}
