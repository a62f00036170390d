import { entryText } from "@/components/preview/posts-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ACTION_LABELS } from "./inbox-item-row";
import type { Asked } from "./use-settling";

type ConfirmSettlingProps = { asked: Asked | null; busy: boolean; onConfirm: () => void; onCancel: () => void };

const SHOWN = 8;

/** Money is asked about first: what the next rollup posts. */
export function ConfirmSettling({ asked, busy, onConfirm, onCancel }: ConfirmSettlingProps) {
  const items = asked?.items ?? [];
  const alone = items.filter(({ call }) => itemsOf(call?.id, items).length <= 1);
  const entries = alone.flatMap(({ id, preview }) => (preview?.entries ?? []).map((entry) => ({ id, entry })));
  const together = items.length - alone.length;
  const label = asked ? ACTION_LABELS[asked.action] : "";
  return (
    <ConfirmDialog
      open={asked !== null && asked.action !== "match"}
      title={`${label} ${items.length === 1 ? "this" : `these ${items.length}`}?`}
      confirmLabel={label}
      busy={busy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>The next rollup then posts:</p>
      <ul className="space-y-0.5 text-ink tabular-nums">
        {entries.slice(0, SHOWN).map(({ id, entry }) => (
          <li key={`${id} ${entry.kind} ${entry.party.id}`}>{entryText(entry)}</li>
        ))}
      </ul>
      {entries.length > SHOWN && <p>and {entries.length - SHOWN} more.</p>}
      {together > 0 && (
        <p>
          {together} of these speak of a call that another one speaks of, too: what is posted for it depends on all of
          them.
        </p>
      )}
    </ConfirmDialog>
  );
}

/** Each is previewed as if it came alone, which says nothing of two in a row. */
function itemsOf(callId: number | undefined, items: Asked["items"]) {
  return items.filter(({ call }) => callId !== undefined && call?.id === callId);
}
