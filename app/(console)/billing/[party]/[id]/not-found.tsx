import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function AccountNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">There is no such account</h1>}
      action={
        <a href="/billing" className={buttonClass({ variant: "primary" })}>
          Go to billing
        </a>
      }
    >
      <p>The number may be mistyped, or the buyer or traffic source belongs to another company.</p>
    </EmptyState>
  );
}
