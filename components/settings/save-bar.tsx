"use client";

import { useWatch } from "react-hook-form";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { RefusalLine } from "@/components/ui/refusal-line";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { editedSections } from "./edited-sections";
import { NoteField } from "./note-field";
import { SECTION_LABELS } from "./section-id";
import { formValues, type SettingsForm } from "./settings-form";
import type { SettingsEditor } from "./use-settings-editor";

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
            {refusal && <RefusalLine refusal={refusal} isEdited={isEdited} />}
            <p className={isEdited ? "font-medium text-ink" : undefined}>
              {isEdited ? `Unsaved: ${edited.map((section) => SECTION_LABELS[section]).join(", ")}` : "Nothing to save"}
            </p>
            <p className="text-12">
              Changes apply to calls that start from now on.
              <span className="max-sm:sr-only"> Earlier calls keep their result.</span>
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
      <LeaveDialog guard={guard} what="Your changes to these settings haven’t" />
    </>
  );
}
