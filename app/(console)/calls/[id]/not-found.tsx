import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function CallNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">Call not found</h1>}
      action={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>Check the ID, or search by caller, UUID or external ID above.</p>
    </EmptyState>
  );
}
