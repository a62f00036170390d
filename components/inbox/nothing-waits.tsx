import { EmptyState } from "@/components/ui/empty-state";

export function NothingWaits({ state }: { state: "open" | "settled" }) {
  if (state === "settled") return <EmptyState title="Nothing resolved yet" />;
  return (
    <EmptyState title="Inbox is empty">
      <p>
        Posts without a matching call, updates to a locked side, and conversions that new facts no longer support appear
        here. Everything else is automatic.
      </p>
    </EmptyState>
  );
}
