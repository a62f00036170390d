import { useQuery } from "@tanstack/react-query";
import { capUseText } from "@/components/preview/cap-use-text";
import { entryText } from "@/components/preview/posts-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { moneyText } from "@/components/ui/money-text";
import { Status } from "@/components/ui/status";
import { resolvingQuery } from "@/lib/inbox/client";
import type { ResolveDryRun } from "@/lib/inbox/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { ACTION_LABELS } from "./inbox-item-row";
import type { Asked } from "./use-resolving";

type ConfirmSettlingProps = { asked: Asked | null; busy: boolean; onConfirm: () => void; onCancel: () => void };

const SHOWN = 8;

/** Money is asked about first: what the next rollup posts for all of them together. */
export function ConfirmSettling({ asked, busy, onConfirm, onCancel }: ConfirmSettlingProps) {
  const isAsked = asked !== null && asked.action !== "match";
  const items = asked?.items ?? [];
  const ids = items.map(({ id }) => String(id));
  const { data, error } = useQuery(resolvingQuery(isAsked ? { action: asked.action, ids } : null));
  const label = asked ? ACTION_LABELS[asked.action] : "";
  return (
    <ConfirmDialog
      open={isAsked}
      title={`${label} ${items.length === 1 ? "this" : `these ${items.length}`}?`}
      confirmLabel={label}
      busy={busy || (isAsked && !data && !error)}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {data && <Plan plan={data} />}
      {error && <p>What it posts cannot be told at the moment. {refusalText(error)}</p>}
    </ConfirmDialog>
  );
}

function Plan({ plan: { entries, margin, caps, rejected } }: { plan: ResolveDryRun }) {
  const [first] = rejected;
  return (
    <>
      <p>{entries.length > 0 ? "The next rollup then posts:" : "The next rollup then posts nothing new."}</p>
      <ul className="space-y-0.5 text-ink tabular-nums">
        {entries.slice(0, SHOWN).map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one plan have no other name and no other order.
          <li key={index}>{entryText(entry)}</li>
        ))}
      </ul>
      {entries.length > SHOWN && <p>and {entries.length - SHOWN} more.</p>}
      {margin !== undefined && entries.length > 1 && (
        <p className="tabular-nums">Margin {moneyText(margin, { plus: true })}</p>
      )}
      {caps.map((cap) => (
        <p key={`${cap.cap_id} ${cap.used_after}`} className="tabular-nums">
          {cap.over ? <Status tone="caution">{capUseText(cap)}</Status> : capUseText(cap)}
        </p>
      ))}
      {first && (
        <p>
          {rejected.length === 1 ? "1 of them goes on waiting" : `${rejected.length} of them go on waiting`}:{" "}
          {first.problem}
        </p>
      )}
    </>
  );
}
