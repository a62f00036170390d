import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";

/** What no statement takes of an amount; null while something typed is no amount. */
export function LeftOver({ left, currency }: { left: string | null; currency: string }) {
  return (
    <p role="status" className="mt-1 flex justify-between gap-2 text-13">
      {left === null ? (
        <span className="text-ink-muted">Write amounts such as 10.50.</span>
      ) : left.startsWith("-") ? (
        <Status tone="negative">too much by</Status>
      ) : (
        <span className="text-ink-muted">Left unapplied</span>
      )}
      {left !== null && <Money amount={left.replace(/^-/, "")} currency={currency} className="font-medium" />}
    </p>
  );
}
