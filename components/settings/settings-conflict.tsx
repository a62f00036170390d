"use client";

import { ConflictDialog } from "@/components/form/conflict-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { editorName } from "./editor-name";
import { SECTION_LABELS } from "./section-id";
import type { SettingsEditor } from "./use-settings-editor";
import { VersionChangesList } from "./version-changes-list";
import { versionChanges } from "./words/version-changes";

export function SettingsConflict({ editor, timeZone }: { editor: SettingsEditor; timeZone: string }) {
  const mine = editor.edited().map((section) => SECTION_LABELS[section]);
  return (
    <ConflictDialog editor={editor} title="These settings have changed">
      {({ now, changes }) => (
        <>
          <p>Nothing was saved: these settings changed after you opened them.</p>
          <ul className="text-13 text-ink">
            {changes.map(({ version, by, valid_from, note }) => (
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
            <VersionChangesList changes={versionChanges(editor.base.settings, now.settings)} />
          </div>
          <p>
            Your edits: {mine.join(", ") || "none"}. Keep them to review and save these sections on top of the changes,
            or discard them.
          </p>
        </>
      )}
    </ConflictDialog>
  );
}
