import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import type { Document } from "@/lib/document/contract";

const isZero = (amount: string) => /^-?[0.]+$/.test(amount);

export function DocumentState({ document }: { document: Document }) {
  const { reversal, settles, unapplied, amount } = document;
  if (reversal) return <Status tone="negative">reversed {shortDayText(reversal.dated)}</Status>;
  if (!settles) return <Status tone="neutral">posted</Status>;
  if (isZero(unapplied)) return <Status tone="positive">applied</Status>;
  return (
    <Status tone="caution" className="max-sm:whitespace-normal!">
      {unapplied === amount ? "unapplied" : "partly applied"}, <Money amount={unapplied} /> left
    </Status>
  );
}
