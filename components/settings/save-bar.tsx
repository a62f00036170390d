"use client";

import { CircleAlert } from "lucide-react";
import { useWatch } from "react-hook-form";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { editedSections } from "./edited-sections";
import { NoteField } from "./note-field";
import { SECTION_LABELS } from "./section-id";
import { formValues, type SettingsForm } from "./settings-form";
import type { SettingsEditor } from "./use-settings-editor";

/** What will be saved, from when it counts, and the button that saves it. */
export function SaveBar({ editor, formId }: { editor: SettingsEditor; formId: string }) {
  const { base, form, isSaving, refusal } = editor;
  useWatch<SettingsForm>({ control: form.control });
  const edited = editedSections(form.getValues(), formValues(base));
  const isEdited = edited.length > 0;
  const guard = useUnsavedGuard(isEdited);
  return (
    <>
      <ActionBar
        message={
          <>
            {refusal && (
              <p className="flex gap-1.5 font-medium text-negative">
                <CircleAlert aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />
                <span>
                  {refusal} {isEdited && "Your edits are still here."}
                </span>
              </p>
            )}
            <p className={isEdited ? "font-medium text-ink" : undefined}>
              {isEdited ? `Unsaved: ${edited.map((section) => SECTION_LABELS[section]).join(", ")}` : "Nothing to save"}
            </p>
            <p className="text-12">
              New settings judge calls that start from now on.
              <span className="max-sm:sr-only"> Calls before stay as they are.</span>
            </p>
          </>
        }
      >
        {isEdited && <NoteField formId={formId} />}
        <Button
          type="submit"
          form={formId}
          variant={isEdited ? "primary" : "quiet"}
          busy={isSaving}
          aria-keyshortcuts="Control+S Meta+S"
        >
          Save changes
        </Button>
      </ActionBar>
      <ConfirmDialog
        open={guard.asks}
        danger
        title="Leave without saving?"
        confirmLabel="Discard and leave"
        cancelLabel="Stay"
        onConfirm={guard.leave}
        onCancel={guard.stay}
      >
        <p>Your edits of these settings have not been saved. They are lost if you leave.</p>
      </ConfirmDialog>
    </>
  );
}
