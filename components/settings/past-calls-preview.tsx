import { Alert } from "@/components/ui/alert";
import { Money } from "@/components/ui/money";
import { refusalText } from "@/lib/platform/client/refusal-text";
import type { useEvaluatePast } from "@/lib/simulation/client";

export function PastCallsPreview({ preview }: { preview: ReturnType<typeof useEvaluatePast> }) {
  if (preview.isError)
    return <Alert tone="negative" title={`The preview is unavailable. ${refusalText(preview.error)}`} />;
  if (!preview.data) return <p role="status">Calculating the effect…</p>;
  const { calls, changed, proposed, currency, revenue, payout } = preview.data;
  return (
    <div role="status" className="text-ink">
      <p className="font-medium">
        {changed.toLocaleString("en-US")} of {calls.toLocaleString("en-US")} calls would change.
      </p>
      {revenue !== undefined && (
        <p>
          Change in what buyers owe: <Money amount={revenue} currency={currency} plus />
        </p>
      )}
      {payout !== undefined && (
        <p>
          Change in what traffic sources earn: <Money amount={payout} currency={currency} plus />
        </p>
      )}
      {proposed > 0 && (
        <p>{proposed.toLocaleString("en-US")} conversions no longer hold. They go to the inbox for review.</p>
      )}
    </div>
  );
}
