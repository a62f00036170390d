import { Alert } from "@/components/ui/alert";
import type { Call } from "@/lib/call/contract/call";
import { amountWarnings } from "@/lib/call/domain/amount-warnings";
import { isZero } from "./call-form";

/** Warnings about the saved call; the save bar shows those about the edits. */
export function AmountWarnings({ call }: { call: Call }) {
  const warnings = standingWarnings(call);
  if (warnings.length === 0) return null;
  return (
    <div className="space-y-2">
      {warnings.map((warning) => (
        <Alert key={warning} tone="caution" title={warning} />
      ))}
    </div>
  );
}

function standingWarnings({ buyer_converted, offer_converted, revenue, payout }: Call): string[] {
  const seen = (converted: boolean | undefined, amount: string | undefined) => ({
    converted: converted === true,
    isZero: amount === undefined ? undefined : isZero(amount),
  });
  return amountWarnings(seen(buyer_converted, revenue), seen(offer_converted, payout));
}
