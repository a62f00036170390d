import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** For those who are signed in but may not see the books. */
export function BillingRefused({ what, permission = "billing: read" }: { what: string; permission?: string }) {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">You may not see {what}</h1>}
      action={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>This page needs the permission “{permission}”. An owner or admin of this company can give it to you.</p>
    </EmptyState>
  );
}
