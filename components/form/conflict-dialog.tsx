"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Conflict } from "./use-editor";

type ConflictDialogProps<Thing, Change> = {
  editor: {
    readonly conflict: Conflict<Thing, Change> | null;
    readonly resolveConflict: (choice: "keep" | "discard" | "later") => void;
  };
  title: string;
  children: (conflict: Conflict<Thing, Change>) => ReactNode;
};

/** Shown when somebody else saved first: asks what to do with the edits. */
export function ConflictDialog<Thing, Change>({ editor, title, children }: ConflictDialogProps<Thing, Change>) {
  const { conflict, resolveConflict } = editor;
  return (
    <Dialog
      open={conflict !== null}
      alert
      title={title}
      onClose={() => resolveConflict("later")}
      actions={
        <>
          <Button onClick={() => resolveConflict("discard")}>Discard my edits</Button>
          <Button variant="primary" onClick={() => resolveConflict("keep")}>
            Keep my edits
          </Button>
        </>
      }
    >
      {conflict && children(conflict)}
    </Dialog>
  );
}
