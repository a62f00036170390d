"use client";

import { ConfirmDialog } from "./confirm-dialog";
import type { useUnsavedGuard } from "./use-unsaved-guard";

/** `what` starts the sentence: “Your changes to this call haven’t”. */
export function LeaveDialog({ guard, what }: { guard: ReturnType<typeof useUnsavedGuard>; what: string }) {
  return (
    <ConfirmDialog
      open={guard.asks}
      danger
      title="Leave without saving?"
      confirmLabel="Discard and leave"
      cancelLabel="Keep editing"
      onConfirm={guard.leave}
      onCancel={guard.stay}
    >
      <p>{what} been saved. They’ll be lost if you leave.</p>
    </ConfirmDialog>
  );
}
