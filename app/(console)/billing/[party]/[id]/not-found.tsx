import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function AccountNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">Account not found</h1>}
      action={
        <a href="/billing" className={buttonClass({ variant: "primary" })}>
          Go to billing
        </a>
      }
    >
      <p>Check the address, or find the buyer or traffic source in Billing.</p>
    </EmptyState>
  );
}
