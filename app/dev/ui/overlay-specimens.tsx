"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { InfoTip } from "@/components/ui/info-tip";
import { PopoverPanel } from "@/components/ui/popover-panel";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { Tooltip } from "@/components/ui/tooltip";
import { LONG, Specimen, Specimens } from "./specimen";

const DIALOGS = ["Confirm", "Danger", "Busy", "Long text", "Shown once"] as const;

export function OverlaySpecimens() {
  const [open, setOpen] = useState<(typeof DIALOGS)[number] | null>(null);
  const close = () => setOpen(null);
  return (
    <Specimens title="Overlays">
      <Specimen state="Dialogs">
        <div className="flex flex-wrap gap-2">
          {DIALOGS.map((name) => (
            <Button key={name} onClick={() => setOpen(name)}>
              {name}
            </Button>
          ))}
        </div>
        <ConfirmDialog
          open={open !== null && open !== "Shown once"}
          title={open === "Long text" ? LONG : "Close October 2026?"}
          confirmLabel="Close the month"
          danger={open === "Danger"}
          busy={open === "Busy"}
          onConfirm={close}
          onCancel={close}
        >
          <p>{open === "Long text" ? LONG : "Later corrections are booked in November."}</p>
        </ConfirmDialog>
        {open === "Shown once" && (
          <ShownOnceDialog
            title="Main line is ready"
            blocks={[{ title: "Server secret", code: "0".repeat(80) }]}
            note={LONG}
            onClose={close}
          />
        )}
      </Specimen>
      <Specimen state="Tooltip and explanation: hover or focus">
        <div className="flex items-center gap-4">
          <Tooltip text={LONG}>
            <Button>Close</Button>
          </Tooltip>
          <InfoTip about="Margin" text="Revenue less payout." />
        </div>
      </Specimen>
      <Specimen state="Panel">
        <PopoverPanel label="Member" trigger={<span className="px-2 py-1 text-13">Member</span>}>
          <p className="text-13">{LONG}</p>
        </PopoverPanel>
      </Specimen>
    </Specimens>
  );
}
