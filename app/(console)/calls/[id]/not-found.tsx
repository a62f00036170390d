import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function CallNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">There is no such call</h1>}
      action={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>The number may be mistyped, or the call belongs to another company. Find it by caller, uuid or id above.</p>
    </EmptyState>
  );
}
