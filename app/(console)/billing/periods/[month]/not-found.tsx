import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function PeriodNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">Month not found</h1>}
      action={
        <a href="/billing/periods" className={buttonClass({ variant: "primary" })}>
          Go to periods
        </a>
      }
    >
      <p>Periods run from the first month with entries to the current month.</p>
    </EmptyState>
  );
}
