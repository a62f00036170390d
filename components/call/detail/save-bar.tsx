"use client";

import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { RefusalLine } from "@/components/ui/refusal-line";
import { FIELD_LABELS } from "./call-form";
import { PreviewLines } from "./preview-lines";
import type { CallEditor } from "./use-call-editor";

type SaveBarProps = { editor: CallEditor; formId: string; onLookAtChanges: (() => void) | null };

export function SaveBar({ editor, formId, onLookAtChanges }: SaveBarProps) {
  const { edited, isSaving } = editor;
  const isEdited = edited.length > 0;
  return (
    <ActionBar message={<Message editor={editor} onLookAtChanges={onLookAtChanges} />}>
      <span aria-hidden="true" className="hidden items-center gap-1 sm:pointer-fine:flex">
        <Kbd>Ctrl S</Kbd>
      </span>
      <Button
        type="submit"
        form={formId}
        variant={isEdited ? "primary" : "quiet"}
        busy={isSaving}
        aria-keyshortcuts="Control+S Meta+S"
      >
        Save Changes
      </Button>
    </ActionBar>
  );
}

function Message({ editor, onLookAtChanges }: Pick<SaveBarProps, "editor" | "onLookAtChanges">) {
  const { edited, refusal } = editor;
  if (edited.length === 0 && !refusal) return <>Nothing to save</>;
  return (
    <>
      {refusal && <RefusalLine refusal={refusal} isEdited={edited.length > 0} />}
      {edited.length > 0 && (
        <>
          <p className="font-medium text-ink">Unsaved: {edited.map((field) => FIELD_LABELS[field]).join(", ")}</p>
          <PreviewLines callId={editor.base.id} preview={editor.preview} />
        </>
      )}
      {onLookAtChanges && (
        <p>
          This call has changed.{" "}
          <Button variant="plain" size="sm" onClick={onLookAtChanges}>
            Review changes
          </Button>
        </p>
      )}
    </>
  );
}
