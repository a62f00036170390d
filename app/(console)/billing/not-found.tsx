import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function BillingNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">There is no such page</h1>}
      action={
        <a href="/billing" className={buttonClass({ variant: "primary" })}>
          Go to billing
        </a>
      }
    >
      <p>The address may be mistyped, or what stands there belongs to another company.</p>
    </EmptyState>
  );
}
