"use client";

import { ConfirmDialog } from "./confirm-dialog";
import type { useUnsavedGuard } from "./use-unsaved-guard";

/** Asks before a page with unsaved edits is left. `what` is the sentence's subject: `Your edits on this call have`. */
export function LeaveDialog({ guard, what }: { guard: ReturnType<typeof useUnsavedGuard>; what: string }) {
  return (
    <ConfirmDialog
      open={guard.asks}
      danger
      title="Leave without saving?"
      confirmLabel="Discard and leave"
      cancelLabel="Stay"
      onConfirm={guard.leave}
      onCancel={guard.stay}
    >
      <p>{what} not been saved. They are lost if you leave.</p>
    </ConfirmDialog>
  );
}
