"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RefusalLine } from "@/components/ui/refusal-line";
import { type CapKind, useWithdrawCap } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { capTitle } from "./cap-words";

type WithdrawCapProps = { cap: Cap | null; kind: CapKind; partyId: number; onDone: () => void };

export function WithdrawCap({ cap, kind, partyId, onDone }: WithdrawCapProps) {
  const withdraw = useWithdrawCap(kind, partyId);

  function close() {
    withdraw.reset();
    onDone();
  }

  return (
    <ConfirmDialog
      open={cap !== null}
      title={cap ? `Withdraw “${capTitle(cap, kind)}”?` : ""}
      confirmLabel="Withdraw cap"
      danger
      busy={withdraw.isPending}
      onConfirm={() => cap && withdraw.mutate(cap.id, { onSuccess: close })}
      onCancel={close}
    >
      <p>The cap stops counting and no longer limits conversion. It stays in the list of withdrawn caps.</p>
      {withdraw.error && <RefusalLine refusal={refusalText(withdraw.error)} isEdited={false} />}
    </ConfirmDialog>
  );
}
