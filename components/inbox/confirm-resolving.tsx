import { capUseText } from "@/components/conversion/cap-use-text";
import { entryTexts } from "@/components/conversion/posts-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { moneyText } from "@/components/ui/money-text";
import { Status } from "@/components/ui/status";
import type { ResolveDryRun } from "@/lib/inbox/contract";
import { ACTION_LABELS } from "./inbox-item-row";
import type { Asked } from "./use-resolving";

type ConfirmResolvingProps = { asked: Asked | null; busy: boolean; onConfirm: () => void; onCancel: () => void };

const SHOWN = 8;

export function ConfirmResolving({ asked, busy, onConfirm, onCancel }: ConfirmResolvingProps) {
  const { action, items = [], plan, problem } = asked ?? {};
  const label = action ? ACTION_LABELS[action] : "";
  return (
    <ConfirmDialog
      open={plan !== undefined || problem !== undefined}
      title={`${label} ${items.length === 1 ? "this item" : `${items.length} items`}?`}
      confirmLabel={label}
      busy={busy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {plan && <Plan plan={plan} />}
      {problem !== undefined && <p>The billing preview is unavailable. {problem}</p>}
    </ConfirmDialog>
  );
}

function Plan({ plan: { entries, margin, caps, rejected, held } }: { plan: ResolveDryRun }) {
  const [first] = rejected;
  return (
    <>
      <p>{entries.length > 0 ? "Next rollup posts:" : "No effect on billing."}</p>
      <ul className="space-y-0.5 text-ink">
        {entries.slice(0, SHOWN).map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one plan have no other name and no other order.
          <PlanLine key={index} {...entryTexts(entry)} />
        ))}
      </ul>
      {entries.length > SHOWN && <p>And {entries.length - SHOWN} more.</p>}
      {margin !== undefined && entries.length > 1 && (
        <p className="flex justify-between gap-4 border-t pt-2 font-medium text-ink tabular-nums">
          <span>Margin</span> <span>{moneyText(margin)}</span>
        </p>
      )}
      {caps.map((cap) => (
        <p key={`${cap.cap_id} ${cap.used_after}`} className="tabular-nums">
          {cap.over ? <Status tone="caution">{capUseText(cap)}</Status> : capUseText(cap)}
        </p>
      ))}
      {held.length > 0 && (
        <p>
          {held.length === 1 ? "1 item stays" : `${held.length} items stay`} in the inbox: the side is locked or
          limited.
        </p>
      )}
      {first && (
        <p>
          {rejected.length === 1 ? "1 item can’t be resolved" : `${rejected.length} items can’t be resolved`}:{" "}
          {first.problem}
        </p>
      )}
    </>
  );
}

function PlanLine({ words, amount }: ReturnType<typeof entryTexts>) {
  return (
    <li className="flex justify-between gap-4">
      <span className="min-w-0 text-pretty">{words}</span> <span className="tabular-nums">{amount}</span>
    </li>
  );
}
