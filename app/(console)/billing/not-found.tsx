import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function BillingNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">Page not found</h1>}
      action={
        <a href="/billing" className={buttonClass({ variant: "primary" })}>
          Go to billing
        </a>
      }
    >
      <p>Check the address, or open the page from Billing.</p>
    </EmptyState>
  );
}
