"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { editedSections } from "./edited-sections";
import { editorName } from "./editor-name";
import { SECTION_LABELS } from "./section-id";
import { formValues } from "./settings-form";
import type { SettingsEditor } from "./use-settings-editor";
import { VersionChangesList } from "./version-changes-list";
import { versionChanges } from "./words/version-changes";

/** Somebody else saved first: who, what is different now, and what is to become of the edits made here. */
export function ConflictDialog({ editor, timeZone }: { editor: SettingsEditor; timeZone: string }) {
  const { base, conflict, form, resolveConflict } = editor;
  const mine = conflict ? editedSections(form.getValues(), formValues(base)) : [];
  return (
    <Dialog
      open={conflict !== null}
      alert
      title="These settings were changed in the meantime"
      onClose={() => resolveConflict("later")}
      actions={
        <>
          <Button onClick={() => resolveConflict("discard")}>Reload and discard my edits</Button>
          <Button variant="primary" onClick={() => resolveConflict("keep")}>
            Keep my edits
          </Button>
        </>
      }
    >
      {conflict && (
        <>
          <p>Nothing was saved.</p>
          <ul className="text-13 text-ink">
            {conflict.versions.map(({ version, by, valid_from, note }) => (
              <li key={version}>
                <span className="font-medium">{editorName(by)}</span>{" "}
                <span className="text-ink-muted">
                  saved version {version} · <RelativeTime at={valid_from} timeZone={timeZone} />
                </span>
                {note && <span className="block break-words text-ink-muted">“{note}”</span>}
              </li>
            ))}
          </ul>
          <div className="text-13 text-ink">
            <VersionChangesList changes={versionChanges(base.settings, conflict.answer.settings)} />
          </div>
          <p>
            Your edits: {mine.map((section) => SECTION_LABELS[section]).join(", ") || "none"}. Keeping them puts these
            sections as you have them on top of the new state, for you to look at and save.
          </p>
        </>
      )}
    </Dialog>
  );
}
