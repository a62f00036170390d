import { EmptyState } from "@/components/ui/empty-state";

export function NothingWaits({ state }: { state: "open" | "resolved" }) {
  if (state === "resolved") return <EmptyState title="Nothing has been resolved yet" />;
  return (
    <EmptyState title="Nothing waits for you">
      <p>
        Posts without a matching call, updates to a locked side, and conversions that new facts no longer support appear
        here. Everything else is automatic.
      </p>
    </EmptyState>
  );
}
