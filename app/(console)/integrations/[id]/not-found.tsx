import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

export default function SourceNotFound() {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">Integration or event not found</h1>}
      action={
        <a href="/integrations" className={buttonClass({ variant: "primary" })}>
          Go to integrations
        </a>
      }
    >
      <p>Check the address, or open it from the integration.</p>
    </EmptyState>
  );
}
