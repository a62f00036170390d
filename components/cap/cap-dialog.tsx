"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CapKind } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { CapForm } from "./cap-form";

type CapDialogProps = {
  /** The cap to edit, `new` for a new one, or null when closed. */
  editing: Cap | "new" | null;
  kind: CapKind;
  partyId: number;
  timeZone: string;
  onClose: () => void;
};

export function CapDialog({ editing, kind, partyId, timeZone, onClose }: CapDialogProps) {
  const [busy, setBusy] = useState(false);
  const formId = useId();
  const cap = editing === "new" ? null : editing;
  return (
    <Dialog
      open={editing !== null}
      title={cap ? "Edit cap" : "New cap"}
      onClose={() => !busy && onClose()}
      actions={
        <>
          <Button onClick={() => !busy && onClose()}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {cap ? "Save cap" : "Add cap"}
          </Button>
        </>
      }
    >
      <CapForm
        id={formId}
        kind={kind}
        partyId={partyId}
        cap={cap}
        timeZone={timeZone}
        onBusy={setBusy}
        onSaved={onClose}
      />
    </Dialog>
  );
}
