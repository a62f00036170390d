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

export function ConflictDialog({ editor, timeZone }: { editor: SettingsEditor; timeZone: string }) {
  const { base, conflict, form, resolveConflict } = editor;
  const mine = conflict ? editedSections(form.getValues(), formValues(base)) : [];
  return (
    <Dialog
      open={conflict !== null}
      alert
      title="These settings have changed"
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
      {conflict && (
        <>
          <p>Nothing was saved: these settings changed after you opened them.</p>
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
            Your edits: {mine.map((section) => SECTION_LABELS[section]).join(", ") || "none"}. Keep them to review and
            save these sections on top of the changes, or discard them.
          </p>
        </>
      )}
    </Dialog>
  );
}
