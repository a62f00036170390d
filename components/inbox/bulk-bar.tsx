import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import type { InboxAction, InboxItem } from "@/lib/inbox/contract";
import { ACTION_LABELS } from "./inbox-item-row";

type BulkBarProps = {
  items: readonly InboxItem[];
  /** The action that runs. */
  busy: InboxAction | null;
  onAct: (action: InboxAction, items: readonly InboxItem[]) => void;
  onClear: () => void;
};

const IN_BULK = ["accept", "retry", "dismiss"] as const;

/** Each button applies to the selected items that allow its action. */
export function BulkBar({ items, busy, onAct, onClear }: BulkBarProps) {
  if (items.length === 0) return null;
  return (
    <ActionBar message={`${items.length} selected`}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClear}>Clear selection</Button>
        {IN_BULK.map((action) => {
          const able = items.filter(({ actions }) => actions.includes(action));
          if (able.length === 0) return null;
          return (
            <Button
              key={action}
              variant={action === "dismiss" ? "quiet" : "primary"}
              busy={busy === action}
              onClick={() => onAct(action, able)}
            >
              {ACTION_LABELS[action]} {able.length}
            </Button>
          );
        })}
      </div>
    </ActionBar>
  );
}
