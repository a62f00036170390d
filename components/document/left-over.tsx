import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";

/** Null while a typed value is not an amount. */
export function LeftOver({ left, currency }: { left: string | null; currency: string }) {
  return (
    <p role="status" className="mt-1 flex justify-between gap-2 text-13">
      {left === null ? (
        <span className="text-ink-muted">Enter amounts such as 10.50.</span>
      ) : left.startsWith("-") ? (
        <Status tone="negative">over-allocated by</Status>
      ) : (
        <span className="text-ink-muted">Left unapplied</span>
      )}
      {left !== null && <Money amount={left.replace(/^-/, "")} currency={currency} className="font-medium" />}
    </p>
  );
}
