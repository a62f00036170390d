"use client";

import type { ReactNode } from "react";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { RefusalLine } from "@/components/ui/refusal-line";
import { useSaveShortcut } from "@/components/ui/use-save-shortcut";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";

type SaveBarProps = {
  editor: { readonly id: string; readonly isSaving: boolean; readonly refusal: string | null };
  /** Labels of what is edited. */
  edited: readonly string[];
  label: string;
  /** Starts the sentence of the leave dialog: “Your changes to this call haven’t”. */
  what: string;
  /** Shown beside the button while something is edited. */
  note?: ReactNode;
  children: ReactNode;
};

/** The end of an edit page: what is unsaved, the save button with its shortcut, and the question before leaving. */
export function SaveBar({ editor: { id, isSaving, refusal }, edited, label, what, note, children }: SaveBarProps) {
  const isEdited = edited.length > 0;
  const guard = useUnsavedGuard(isEdited);
  useSaveShortcut(id);
  return (
    <>
      <ActionBar
        message={
          <>
            {refusal && <RefusalLine refusal={refusal} isEdited={isEdited} />}
            {isEdited && <p className="font-medium text-ink">Unsaved: {edited.join(", ")}</p>}
            {!isEdited && !refusal && <p>Nothing to save</p>}
            {children}
          </>
        }
      >
        {isEdited && note}
        <span aria-hidden="true" className="hidden items-center gap-1 sm:pointer-fine:flex">
          <Kbd>Ctrl S</Kbd>
        </span>
        <Button
          type="submit"
          form={id}
          variant={isEdited ? "primary" : "quiet"}
          busy={isSaving}
          aria-keyshortcuts="Control+S Meta+S"
        >
          {label}
        </Button>
      </ActionBar>
      <LeaveDialog guard={guard} what={what} />
    </>
  );
}
