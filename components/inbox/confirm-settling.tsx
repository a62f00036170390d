import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ACTION_LABELS } from "./inbox-item-row";
import { postingText } from "./postings-text";
import type { Asked } from "./use-settling";

type ConfirmSettlingProps = { asked: Asked | null; busy: boolean; onConfirm: () => void; onCancel: () => void };

const SHOWN = 8;

/** Money is asked about first: what the next rollup posts. */
export function ConfirmSettling({ asked, busy, onConfirm, onCancel }: ConfirmSettlingProps) {
  const items = asked?.items ?? [];
  const postings = items.flatMap(({ id, foreseen }) => (foreseen?.postings ?? []).map((posting) => ({ id, posting })));
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
        {postings.slice(0, SHOWN).map(({ id, posting }) => (
          <li key={`${id} ${posting.kind} ${posting.party.id}`}>{postingText(posting)}</li>
        ))}
      </ul>
      {postings.length > SHOWN && <p>and {postings.length - SHOWN} more.</p>}
    </ConfirmDialog>
  );
}
