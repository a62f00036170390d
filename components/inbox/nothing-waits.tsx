import { EmptyState } from "@/components/ui/empty-state";

export function NothingWaits({ state }: { state: "open" | "resolved" }) {
  if (state === "resolved") return <EmptyState title="Nothing resolved yet" />;
  return (
    <EmptyState title="Inbox is empty">
      <p>
        Updates without a matching call, updates to a locked side, and automatic conversions that no longer hold appear
        here. Everything else is handled automatically.
      </p>
    </EmptyState>
  );
}
