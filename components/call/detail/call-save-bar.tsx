"use client";

import { SaveBar } from "@/components/form/save-bar";
import { Button } from "@/components/ui/button";
import { FIELD_LABELS } from "./call-form";
import { PreviewLines } from "./preview-lines";
import type { CallEditor } from "./use-call-editor";

type CallSaveBarProps = { editor: CallEditor; onReview: (() => void) | null };

export function CallSaveBar({ editor, onReview }: CallSaveBarProps) {
  const edited = editor.edited.map((field) => FIELD_LABELS[field]);
  return (
    <SaveBar editor={editor} edited={edited} label="Save Changes" what="Your changes to this call haven’t">
      {edited.length > 0 && <PreviewLines callId={editor.base.id} preview={editor.preview} />}
      {onReview && (
        <p>
          This call has changed.{" "}
          <Button variant="plain" size="sm" onClick={onReview}>
            Review changes
          </Button>
        </p>
      )}
    </SaveBar>
  );
}
