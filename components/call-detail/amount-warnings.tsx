import { Alert } from "@/components/ui/alert";
import type { Call } from "@/lib/contracts/calls";
import { amountWarnings } from "@/lib/domain/call/amount-warnings";
import { isZero } from "./call-form";
import type { CallEditor } from "./use-call-editor";

/** Legal, but seldom meant: of the call as it would be saved, else as it stands. */
export function AmountWarnings({ editor: { base, preview } }: { editor: CallEditor }) {
  const warnings = preview.shown?.warnings ?? standingWarnings(base);
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
