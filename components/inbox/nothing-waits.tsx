import { EmptyState } from "@/components/ui/empty-state";

export function NothingWaits({ state }: { state: "open" | "settled" }) {
  if (state === "settled") return <EmptyState title="Nothing has been settled yet" />;
  return (
    <EmptyState title="Nothing waits for you">
      <p>
        Posts without a matching call, updates to a locked side, and automatic conversions that no longer hold appear
        here. Everything else is automatic.
      </p>
    </EmptyState>
  );
}
