import { EmptyState } from "@/components/ui/empty-state";

export function NothingWaits({ state }: { state: "open" | "settled" }) {
  if (state === "settled") return <EmptyState title="Nothing has been settled yet" />;
  return (
    <EmptyState title="Nothing waits for you">
      <p>
        Posts that fit no call, what was said against a lock, and decisions that new facts no longer bear out appear
        here. Everything else is decided by itself.
      </p>
    </EmptyState>
  );
}
