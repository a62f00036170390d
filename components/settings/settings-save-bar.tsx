"use client";

import { useWatch } from "react-hook-form";
import { SaveBar } from "@/components/form/save-bar";
import { NoteField } from "./note-field";
import { SECTION_LABELS } from "./section-id";
import type { SettingsForm } from "./settings-form";
import type { SettingsEditor } from "./use-settings-editor";

export function SettingsSaveBar({ editor }: { editor: SettingsEditor }) {
  useWatch<SettingsForm>({ control: editor.form.control });
  return (
    <SaveBar
      editor={editor}
      edited={editor.edited().map((section) => SECTION_LABELS[section])}
      label="Save changes"
      what="Your changes to these settings haven’t"
      note={<NoteField formId={editor.id} />}
    >
      <p className="text-12">
        Changes apply to calls that start from now on.
        <span className="max-sm:sr-only"> Earlier calls keep their result.</span>
      </p>
    </SaveBar>
  );
}
