import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function PeriodNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">The books have no such month</h1>}
      action={
        <a href="/billing/periods" className={buttonClass({ variant: "primary" })}>
          Go to periods
        </a>
      }
    >
      <p>They begin with the first month in which something is booked, and end with the present one.</p>
    </EmptyState>
  );
}
