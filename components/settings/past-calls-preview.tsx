import { Alert } from "@/components/ui/alert";
import { Money } from "@/components/ui/money";
import { refusalText } from "@/lib/platform/client/refusal-text";
import type { useEvaluatePast } from "@/lib/simulation/client";

/** What judging again would do, before anybody confirms it. */
export function PastCallsPreview({ preview }: { preview: ReturnType<typeof useEvaluatePast> }) {
  if (preview.isError)
    return <Alert tone="negative" title={`What it would do is not known. ${refusalText(preview.error)}`} />;
  if (!preview.data) return <p role="status">Looking what it would do …</p>;
  const { calls, changed, proposed, currency, revenue, payout } = preview.data;
  return (
    <div role="status" className="text-ink">
      <p className="font-medium">
        {changed.toLocaleString("en-US")} of {calls.toLocaleString("en-US")} calls would stand otherwise.
      </p>
      {revenue !== undefined && (
        <p>
          Buyers would owe <Money amount={revenue} currency={currency} plus />
        </p>
      )}
      {payout !== undefined && (
        <p>
          Traffic sources would earn <Money amount={payout} currency={currency} plus />
        </p>
      )}
      {proposed > 0 && <p>{proposed.toLocaleString("en-US")} conversions would be proposed to fall, in the inbox.</p>}
    </div>
  );
}
