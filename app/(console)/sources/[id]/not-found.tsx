import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function SourceNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">There is no such source or event</h1>}
      action={
        <a href="/sources" className={buttonClass({ variant: "primary" })}>
          Go to sources
        </a>
      }
    >
      <p>The number may be mistyped, or it belongs to another company.</p>
    </EmptyState>
  );
}
